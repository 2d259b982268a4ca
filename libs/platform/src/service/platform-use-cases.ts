import { platformOperation, type Receipt, type View } from '@zhitong/catalogue';
import { auditCollection, type AuditRecord } from '../audit/audit-record.ts';
import { beginAgain } from './begin-again.ts';
import { figuresOf } from './figures.ts';
import { nobody, parkedUseCases } from './parked-use-cases.ts';
import type { Rebuilds } from './rebuild.ts';
import { differencesCollection, runsCollection, type Difference, type ReconciliationRun } from './reconciliation.ts';
import type { UseCase } from './service-definition.ts';
import type { RunningService } from './running-service.ts';

/** What every service answers about itself, without a line in the service. */
export function platformUseCases(runtime: RunningService, rebuilds: Rebuilds): readonly UseCase[] {
  const { context } = runtime;
  return [
    {
      operation: platformOperation('figures', context),
      async execute(input, kit) {
        const { organizationId, view } = input as { organizationId: string; view: View };
        await kit.allow({ organizationId });
        return { items: await figuresOf(runtime.metrics, kit, organizationId, view) };
      },
    },
    {
      operation: platformOperation('subscriptions', context),
      async execute(_input, kit) {
        await kit.allow(nobody);
        return {
          items: runtime.consumer.status().map(({ lastError, positions, epochMismatch: _mismatch, ...status }) => {
            const projection = runtime.projections.find(({ name, version }) => status.name.startsWith(`${name}.v${version}.b`));
            const build = projection ? runtime.builds.of(projection) : undefined;
            return {
              ...status,
              lastError: lastError ?? null,
              position: Object.values(positions).reduce((sum, offset) => sum + offset, 0),
              build: build?.active ?? null,
              building: build?.building ?? null,
              buildingProgress: projection ? rebuilds.progress(projection.name) : null,
            };
          }),
          lag: runtime.consumer.lag(),
          stalledMs: Math.round(runtime.consumer.stalledFor()),
          relayStalledMs: runtime.relayStalledFor === undefined ? null : Math.round(runtime.relayStalledFor),
        };
      },
    },
    {
      operation: platformOperation('rebuildProjection', context),
      async execute(input, kit): Promise<Receipt> {
        await kit.allow(nobody);
        const { projection } = input as { projection: string };
        if (runtime.consumer.subscription(projection)?.kind === 'policy') {
          await beginAgain(runtime, projection);
          return { id: projection, stream: `${context}.rebuild-${projection}`, version: 1, warnings: [] };
        }
        const { build } = await rebuilds.start(projection);
        return { id: projection, stream: `${context}.rebuild-${projection}`, version: build, warnings: [] };
      },
    },
    ...parkedUseCases(runtime),
    ...auditUseCases(runtime),
    reconciliationUseCase(runtime),
  ];
}

/** Last night's runs, and what does not add up: a list for people. */
const reconciliationUseCase = (runtime: RunningService): UseCase => ({
  operation: platformOperation('reconciliation', runtime.context),
  async execute(input, kit) {
    await kit.allow(nobody);
    const { limit, cursor } = input as { limit: number; cursor?: string };
    const { readModels } = runtime.adapters;
    const [runs, page, { count, more }] = await Promise.all([
      readModels.query<ReconciliationRun>(runsCollection.name, { where: [], limit: 200 }),
      readModels.query<Difference>(differencesCollection.name, { where: [], limit, cursor }),
      readModels.count(differencesCollection.name, []),
    ]);
    return {
      runs: runs.items.map(({ $key: _key, ...run }) => run),
      items: page.items.map(({ $key: _key, ...difference }) => difference),
      total: count,
      totalMore: more,
      lagSeconds: 0,
      next: page.next,
    };
  },
});

const auditUseCases = (runtime: RunningService): readonly UseCase[] => [
  {
    operation: platformOperation('audit', runtime.context),
    async execute(input, kit) {
      await kit.allow(nobody);
      const { actorId, operation, result, limit, cursor } = input as AuditInput;
      const filters = { actorId, operation, result };
      const where = Object.entries(filters)
        .flatMap(([field, eq]) => (eq === undefined ? [] : [{ field, eq }]))
        .slice(0, 1);
      const { documents } = runtime.adapters;
      const page = await documents.query<AuditRecord>(auditCollection.name, {
        where,
        orderBy: { field: 'number', direction: 'desc' },
        limit,
        cursor,
      });
      const { count, more } = await documents.count(auditCollection.name, where);
      await kit.audit({ personIds: [], fields: ['audit'], purpose: 'viewing the audit chain' });
      const items = page.items.map(({ $key: _key, algorithm: _algorithm, previous: _previous, command: _command, ...record }) => record);
      return { items, next: page.next, total: count, totalMore: more, lagSeconds: 0 };
    },
  },
  {
    operation: platformOperation('verifyAudit', runtime.context),
    async execute(_input, kit) {
      await kit.allow(nobody);
      const begun = performance.now();
      const result = await runtime.audit.verify();
      runtime.meter.verified(result.verified, result.firstBad, performance.now() - begun);
      return result;
    },
  },
];

interface AuditInput {
  readonly actorId?: string;
  readonly operation?: string;
  readonly result?: string;
  readonly limit: number;
  readonly cursor?: string;
}
