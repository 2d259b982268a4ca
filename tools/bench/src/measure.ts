/** One way of doing the same work; answers operations per second. */
export type Variant = () => Promise<number>;

export interface Ratio {
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
  /** A range beyond a quarter either way neither passes nor fails. */
  readonly noisy: boolean;
  readonly ours: number;
  readonly theirs: number;
}

const middle = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[at] ?? 0) : ((sorted[at - 1] ?? 0) + (sorted[at] ?? 0)) / 2;
};

/** Interleaves two variants, A B B A, after a warm-up: the median of the ratios of each round, and their range. */
export async function compare(ours: Variant, theirs: Variant, rounds = 7): Promise<Ratio> {
  await ours();
  await theirs();
  const pairs: { readonly ours: number; readonly theirs: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) pairs.push({ ours: await ours(), theirs: await theirs() });
    else {
      const second = await theirs();
      pairs.push({ ours: await ours(), theirs: second });
    }
  }
  const ratios = pairs.map((pair) => pair.ours / pair.theirs);
  const median = middle(ratios);
  const [lowest, highest] = [Math.min(...ratios), Math.max(...ratios)];
  return {
    median,
    lowest,
    highest,
    noisy: lowest < median * 0.75 || highest > median * 1.25,
    ours: middle(pairs.map((pair) => pair.ours)),
    theirs: middle(pairs.map((pair) => pair.theirs)),
  };
}

/** Operations per second of `count` operations. */
export async function rate(count: number, work: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await work();
  return (count * 1000) / (performance.now() - from);
}
