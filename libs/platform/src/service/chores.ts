import type { LiveViews } from './live-views.ts';
import { reconcileNightly } from './reconciliation.ts';
import type { RunningService } from './running-service.ts';
import type { ServiceDefinition } from './service-definition.ts';
import { dropUnusedBuilds } from './unused-builds.ts';
import type { Chore } from './upkeep.ts';

/** Old builds are looked for this often. */
const dropEveryMs = 60 * 60_000;
/** The audit chain is vouched for at least this often while it grows. */
const sealEveryMs = 5 * 60_000;

/** Takes in what others changed, and tidies up. */
export const choresOf = (service: RunningService, { reconciliations = [], chores }: ServiceDefinition, views: LiveViews): readonly Chore[] => [
  { run: () => service.builds.refresh().then(() => followBuilds(service)), otherwise: 'the builds of other replicas could not be followed' },
  { run: () => dropUnusedBuilds(service), otherwise: 'old builds could not be dropped', everyMs: dropEveryMs },
  { run: () => service.audit.keepSealed(), otherwise: 'the audit chain could not be sealed', everyMs: sealEveryMs },
  { run: () => reconcileNightly(service, reconciliations), otherwise: 'the flows could not be reckoned again' },
  { run: () => views.refresh(), otherwise: 'tree and settings could not be refreshed' },
  ...(chores?.(service.env, service.now) ?? []),
];

/** Another replica finished a rebuild: go on with its build. */
export async function followBuilds({ projections, builds, consumer, runner }: RunningService): Promise<void> {
  for (const projection of projections) {
    const wanted = runner(projection, builds.active(projection));
    const running = consumer.status().find(({ name }) => name.startsWith(`${projection.name}.v${projection.version}.b`));
    if (running && running.name !== wanted.name) await consumer.replace(running.name, wanted);
  }
}
