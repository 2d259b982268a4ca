import { expect } from '@jest/globals';
import { collectionsOf, inParallel, type AnyProjection, type ReadModelStore } from '@zhitong/eventing';
import type { Sent, TourFigures } from '@zhitong/tour';
import { storedRows } from '@zhitong/testing/checker/stored-rows.ts';

/** What the main job must have come to, on any runtime. */
export function expectTheMainJobDone(figures: TourFigures): void {
  expect(figures).toMatchObject({ communities: 788, acknowledged: 788, requestState: 'confirmed' });
  expect(figures.liveHints).toBeGreaterThan(0);
  expect(figures.transferSteps).toEqual(['request', 'approve', 'accept', 'assign-branch', 'confirm-arrival']);
  expect(new Set(figures.branchesOfMember)).toEqual(new Set([1]));
}

/** Sends every command a second time: the very same receipts come back. */
export async function expectTheSameReceipts(sent: readonly Sent[]): Promise<void> {
  const different: Sent[] = [];
  // A copy: what is sent again is told again.
  await inParallel([...sent], 16, async (first) => {
    const again = await first.person.command(first.path, first.body, first.key);
    if (JSON.stringify(again) !== JSON.stringify(first.receipt)) different.push(first);
  });
  expect(different).toEqual([]);
}

/** Every row of a build: key, guards, content. */
async function rowsOf(store: ReadModelStore, collection: string): Promise<ReadonlyMap<string, string>> {
  const rows = await storedRows(store, collection);
  return new Map(rows.map(({ key, guards, row }) => [key, JSON.stringify([sorted(guards), row])]));
}

const sorted = (guards: Readonly<Record<string, number>>) => Object.entries(guards).sort(([a], [b]) => (a < b ? -1 : 1));

/** A projection filled anew from the first event is equal to the one that lived through everything, row by row, counters included. */
export async function expectBuildsEqual(store: ReadModelStore, projection: AnyProjection, first: number, second: number): Promise<number> {
  const [live, rebuilt] = [collectionsOf(projection, first), collectionsOf(projection, second)];
  const before = await rowsOf(store, live.rows.name);
  expect([projection.name, [...(await rowsOf(store, rebuilt.rows.name))].sort()]).toEqual([projection.name, [...before].sort()]);
  if (projection.tallies) {
    const keys = [...(await rowsOf(store, live.tallies.name)).keys()].map((key) => key.split('#')[0] ?? key);
    const sums = async (name: string) =>
      [...(await store.sums(name, [...new Set(keys)]))]
        .map(([key, amounts]) => [key, nonZero(amounts)] as const)
        .filter(([, amounts]) => amounts.length > 0)
        .sort();
    expect([projection.name, await sums(rebuilt.tallies.name)]).toEqual([projection.name, await sums(live.tallies.name)]);
  }
  return before.size;
}

const nonZero = (amounts: Readonly<Record<string, number>>) =>
  Object.entries(amounts)
    .filter(([, amount]) => amount !== 0)
    .sort();
