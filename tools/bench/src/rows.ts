import type { Ratio, Variant } from './measure.ts';

/** One row of the performance catalogue: ours against a yardstick, as a ratio. */
export interface Row {
  readonly id: string;
  readonly what: string;
  readonly against: string;
  /** The ratio to reach. */
  readonly reach: number;
  readonly ours: Variant;
  readonly theirs: Variant;
}

/** Rows that share what they run on. */
export interface Rows {
  readonly rows: readonly Row[];
  close(): Promise<void>;
}

/** A noisy row neither passes nor fails. */
export const verdict = ({ reach }: Row, { median, noisy }: Ratio): string => (noisy ? 'noisy' : median >= reach ? 'reached' : 'short');

const figure = (value: number) => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2));

export const line = (row: Row, ratio: Ratio, circumstances: string): string =>
  `| ${row.id} | ${row.what} | ${row.against} | ${figure(ratio.ours)}/s | ${figure(ratio.theirs)}/s | ${ratio.median.toFixed(2)} [${ratio.lowest.toFixed(2)}-${ratio.highest.toFixed(2)}] | ${row.reach} | ${verdict(row, ratio)} | ${circumstances} |`;
