import { levels, type Level } from '@zhitong/catalogue';
import { perMille } from '@zhitong/kernel';

/** One level of one directive, or of all directives of a month. */
export interface LevelShare {
  readonly level: Level;
  readonly addressees: number;
  readonly acknowledgedOnTime: number;
}

export interface LevelAttenuation extends LevelShare {
  /** A(L) in tenths of a percent, half up; null without addressees. */
  readonly onTimeShare: number | null;
  /** A of the next upper level with addressees minus A(L), tenths of a point; null at the top. */
  readonly loss: number | null;
}

/** a/b - c/d in thousandths; rounded away from zero at the half, so that a gain and a loss of the same size look the same. */
function difference(upper: LevelShare, lower: LevelShare): number {
  const [b, d] = [upper.addressees, lower.addressees];
  const cross = upper.acknowledgedOnTime * d - lower.acknowledgedOnTime * b;
  return cross === 0 ? 0 : Math.sign(cross) * (perMille(Math.abs(cross), b * d) ?? 0);
}

/** LINK-11: levels from the city down; a level without addressees is passed over when neighbours are compared. */
export function attenuation(shares: readonly LevelShare[]): readonly LevelAttenuation[] {
  let upper: LevelShare | null = null;
  return levels.values.map((level) => {
    const share = shares.find((each) => each.level === level) ?? { level, addressees: 0, acknowledgedOnTime: 0 };
    const onTimeShare = perMille(share.acknowledgedOnTime, share.addressees);
    if (onTimeShare === undefined) return { ...share, onTimeShare: null, loss: null };
    const loss = upper === null ? null : difference(upper, share);
    upper = share;
    return { ...share, onTimeShare, loss };
  });
}

/** Places of the middle values among n ordered ones: one for an odd n, two for an even one, none for none. */
export const middlePlaces = (n: number): readonly number[] => (n === 0 ? [] : n % 2 === 1 ? [(n - 1) / 2] : [n / 2 - 1, n / 2]);

/** Mean of the middle values in whole seconds, half up; null when nobody acknowledged. */
export const median = (middle: readonly number[]): number | null =>
  middle.length === 0 ? null : Math.floor((2 * middle.reduce((sum, value) => sum + value, 0) + middle.length) / (2 * middle.length));
