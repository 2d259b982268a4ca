import { instantMs } from '@zhitong/kernel';

/** A code is shown for half of its time, so that nobody who just read it finds it over. */
export interface CodeWindow {
  /** Counts the windows since the epoch: what the code is made of. */
  readonly number: number;
  /** Instant at which the next one is shown. */
  readonly shownUntil: string;
  /** First instant at which it is no longer taken. */
  readonly takenUntil: string;
}

const instant = (ms: number): string => new Date(ms).toISOString();

/** The window that is shown at an instant; a code lives `codeSeconds` from the beginning of its window. */
export function windowAt(at: string, codeSeconds: number): CodeWindow {
  const halfMs = codeSeconds * 500;
  const number = Math.floor(instantMs(at) / halfMs);
  return { number, shownUntil: instant((number + 1) * halfMs), takenUntil: instant((number + 2) * halfMs) };
}

/** Windows whose codes are taken at an instant, the shown one first. */
export function windowsTaken(at: string, codeSeconds: number): readonly number[] {
  const { number } = windowAt(at, codeSeconds);
  return [number, number - 1];
}

/** What the code of a window is made of under the key of the service: it is stored nowhere. */
export const codeText = (meetingId: string, window: number): string => `${meetingId}|${window}`;

/** Six digits of a keyed digest (base64url). */
export function digitsOf(mac: string): string {
  const bits = Buffer.from(mac, 'base64url').readUIntBE(0, 6);
  return String(bits % 1_000_000).padStart(6, '0');
}
