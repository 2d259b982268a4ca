import { operations } from '@zhitong/catalogue';
import { collectionsOf, type StoredCommit } from '@zhitong/eventing';
import { type Persona } from '@zhitong/seed';
import { commandIdOf, type RunningService } from '@zhitong/platform';
import { openSqliteEventStore } from '@zhitong/sqlite';
import type { LedgerEntry, Observation, ObservedRows } from '@zhitong/testing/checker/observation.ts';
import type { Sent } from '@zhitong/tour';
import { join } from 'node:path';
import type { City } from '../../../services/all/city.ts';
import { storedRows } from '@zhitong/testing/checker/stored-rows.ts';

/** A city in one process, as the invariant checker wants it: what clients were told, the logs, every row of every read model. */
export async function observeCity(city: City, sent: readonly Sent[]): Promise<Observation> {
  const services = [...city.services.values()];
  const readModels = await Promise.all(services.map((service) => readModelsOf(service)));
  const commits = await Promise.all(services.map(({ context }) => commitsOf(join(city.dataFolder, context, 'log.db'), context)));
  const audits = await Promise.all(services.map(({ runtime }) => runtime.audit.verify()));
  return {
    ledger: ledgerOf(city.personas, sent),
    commits: commits.flat(),
    readModels: readModels.flat(),
    auditFirstBad: audits.map(({ firstBad }) => firstBad),
  };
}

/** Command ids follow from who sent what under which key, so a client can write them down before it sends. */
export function ledgerOf(personas: readonly Persona[], sent: readonly Sent[]): readonly LedgerEntry[] {
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

async function commitsOf(file: string, context: string): Promise<readonly StoredCommit[]> {
  const log = openSqliteEventStore({ file, context, epoch: 1 });
  const commits: StoredCommit[] = [];
  for (let after = 0; after < log.head(); after += 1000) commits.push(...log.read(after, 1000));
  await log.close();
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
