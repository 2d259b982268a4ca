/** Amount in fen 分, an integer 0..2^53-1. Yuan exist on screens only. */
export type Fen = number;

/** Share in hundredths of a percent: 10,000 = 100 %. */
export type BasisPoints = number;

/** @throws {RangeError} for fractions, negatives and what a number cannot hold exactly. */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`${amount} is no amount in fen`);
  return amount;
}

const exact = (value: bigint): number => {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError(`${value} is too large to be exact`);
  return Number(value);
};

/** `floor((base * bp + 5000) / 10000)`: half up to the fen, exact for every base. */
export const shareOf = (base: Fen, bp: BasisPoints): Fen => exact((BigInt(fen(base)) * BigInt(fen(bp)) + 5000n) / 10_000n);

/** Strictly more than half: `2k > n`. */
export const moreThanHalf = (k: number, n: number): boolean => 2 * k > n;
/** Four fifths or more: `5k >= 4n`. */
export const fourFifths = (k: number, n: number): boolean => 5 * k >= 4 * n;

/** Staff that a share in percent asks for: `ceil(n * percent / 100)`. */
export const staffFor = (n: number, percent: number): number => Math.ceil((n * percent) / 100);

/** A share in per mille, half up: 12.5 % is 125. Undefined for an empty denominator. */
export const perMille = (k: number, n: number): number | undefined => (n === 0 ? undefined : Number((BigInt(k) * 2000n + BigInt(n)) / (2n * BigInt(n))));
