import type { Stack } from '@zhitong/stack';
import { seeded } from '@zhitong/testing/faults/random.ts';
import type { Row } from './row.ts';
import { killReplicas } from './subject/replica.ts';
import { newSite, type Site } from './site.ts';

export interface RowResult {
  readonly row: Row;
  readonly seed: number;
  readonly passed: boolean;
  /** Figures, or what went wrong. */
  readonly sentence: string;
}

/** One run of a row in a place of its own; a failure leaves the place as it is. */
export async function runRow(
  row: Row,
  { seed, factor, stack }: { readonly seed: number; readonly factor: number; readonly stack: Stack | undefined },
): Promise<RowResult> {
  const sites: Site[] = [];
  const another = (): Site => {
    const site = newSite(row.runtime, factor, stack);
    sites.push(site);
    return site;
  };
  const site = another();
  const figures: string[] = [];
  const ends: (() => unknown)[] = [];
  const start = performance.now();
  const took = () => `${((performance.now() - start) / 1000).toFixed(0)} s`;
  try {
    await row.run({ site, another, random: seeded(seed), atEnd: (work) => void ends.unshift(work), note: (figure) => void figures.push(figure) });
    for (const { remove } of sites) remove();
    return { row, seed, passed: true, sentence: [...figures, took()].join(', ') };
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { row, seed, passed: false, sentence: `seed ${String(seed)}, ${[...figures, took()].join(', ')}, left in ${site.folder}\n${reason}` };
  } finally {
    await killReplicas(sites);
    for (const end of ends) await end();
  }
}
