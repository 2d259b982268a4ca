import { hash } from 'node:crypto';

/** A stream of numbers that depends on the seed and its own name only, never on when or beside what it is drawn. */
export interface Random {
  /** Integer in [from, to]. */
  between(from: number, to: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** True with the given probability in basis points. */
  chance(basisPoints: number): boolean;
}

/** sfc32, seeded from SHA-256("<seed>:<name>"). */
export function randomOf(seed: number, name: string): Random {
  const digest = hash('sha256', `${seed}:${name}`, 'buffer');
  let a = digest.readInt32LE(0);
  let b = digest.readInt32LE(4);
  let c = digest.readInt32LE(8);
  let d = digest.readInt32LE(12);
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return (t >>> 0) / 4_294_967_296;
  };
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    between,
    pick(items) {
      const item = items[between(0, items.length - 1)];
      if (item === undefined) throw new RangeError('Nothing to pick from');
      return item;
    },
    chance: (basisPoints) => next() * 10_000 < basisPoints,
  };
}
