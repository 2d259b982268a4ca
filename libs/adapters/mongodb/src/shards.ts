import type { StoredRow } from '@zhitong/eventing';

/** Two writers that add to one counter at once would wait for each other: each has a row of its own. */
export const counterKey = (key: string, shard: string): string => `${key}#${shard}`;

/** Adds up counter rows `<key>#<shard>` by key; rows of other keys do not count. */
export function addShards(keys: readonly string[], rows: readonly StoredRow[]): ReadonlyMap<string, Readonly<Record<string, number>>> {
  const wanted = new Set(keys);
  const sums = new Map<string, Record<string, number>>();
  for (const { key, row } of rows) {
    const name = key.slice(0, key.lastIndexOf('#'));
    if (row === null || !wanted.has(name)) continue;
    const sum = sums.get(name) ?? {};
    for (const [amount, value] of Object.entries(row as Readonly<Record<string, number>>)) sum[amount] = (sum[amount] ?? 0) + value;
    sums.set(name, sum);
  }
  return sums;
}
