import { operations } from '@zhitong/catalogue';
import { collectionsOf, type StoredCommit } from '@zhitong/eventing';
import { type Persona } from '@zhitong/seed';
import { commandIdOf, type RunningService } from '@zhitong/platform';
import { openSqliteEventStore } from '@zhitong/sqlite';
import type { LedgerEntry, Observation, ObservedRows } from '@zhitong/testing/checker/observation.ts';
import { storedRows } from '@zhitong/testing/checker/stored-rows.ts';
import type { Sent } from '@zhitong/tour';
import { join } from 'node:path';

export interface CityAtRest {
  /** One replica of each, for its read models and its audit. */
  readonly services: readonly RunningService[];
  readonly personas: readonly Persona[];
  /** What clients were told. */
  readonly sent: readonly Sent[];
  readonly commits: readonly StoredCommit[];
  /** Absent where there are no topics. */
  readonly published?: NonNullable<Observation['published']>;
}

/** A city as the invariant checker wants it: what clients were told, the logs, the topics, every row of every read model, the audit chains. */
export async function observeCity({ services, personas, sent, ...logs }: CityAtRest): Promise<Observation> {
  const readModels = await Promise.all(services.map((service) => readModelsOf(service)));
  const audits = await Promise.all(services.map(({ runtime }) => runtime.audit.verify()));
  return { ...logs, ledger: ledgerOf(personas, sent), readModels: readModels.flat(), auditFirstBad: audits.map(({ firstBad }) => firstBad) };
}

/** Command ids follow from who sent what under which key, so a client can write them down before it sends. */
function ledgerOf(personas: readonly Persona[], sent: readonly Sent[]): readonly LedgerEntry[] {
  const persons = new Map(personas.map(({ login, personId }) => [login, personId]));
  return sent.map(({ person, path, key, receipt: { stream, version } }) => ({
    commandId: commandIdOf('call', persons.get(person.login) ?? '', operationAt(path), key),
    outcome: { kind: 'receipt', stream, version },
  }));
}

const routes = operations
  .filter(({ kind }) => kind === 'command')
  .map(({ name, path }) => ({ name, route: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`) }))
  .toSorted((a, b) => Number(a.route.source.includes('[^/]+')) - Number(b.route.source.includes('[^/]+')));
const operationAt = (path: string): string => routes.find(({ route }) => route.test(path))?.name ?? '';

/** The logs of the embedded runtime. */
export async function commitsInFolder(dataFolder: string, contexts: readonly string[]): Promise<readonly StoredCommit[]> {
  const commits: StoredCommit[] = [];
  for (const context of contexts) {
    const log = openSqliteEventStore({ file: join(dataFolder, context, 'log.db'), context, epoch: 1 });
    for (let after = 0; after < log.head(); after += 1000) commits.push(...log.read(after, 1000));
    await log.close();
  }
  return commits;
}

/** Due rows leave when they have fired, which is no event: they are the ticker's, not a read model. */
async function readModelsOf({ runtime }: RunningService): Promise<readonly ObservedRows[]> {
  const projections = runtime.projections.filter(({ name }) => !name.startsWith('due-'));
  const { readModels } = runtime.adapters;
  return Promise.all(
    projections.map(async (projection) => ({
      projection,
      env: runtime.env,
      rows: await storedRows(readModels, collectionsOf(projection, runtime.builds.active(projection)).rows.name),
    })),
  );
}
