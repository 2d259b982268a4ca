/** What a phone read from the screen in the room, and when. */
export interface Scan {
  readonly meetingId: string;
  readonly signInCode: string;
  /** By the phone's clock: only differences of it are told to anybody. */
  readonly at: number;
}

const key = 'zt.scanned';
/** The server takes no greater age; what is older than it waits for is refused there. */
const longestSeconds = 3_600;
const link = /^\/m\/s\/([^/.]+)\.(\d{6})$/;

/** The address a phone is led to. */
export const scanAddress = (meetingId: string, signInCode: string): string => `/m/s/${meetingId}.${signInCode}`;

/** Keeps what the address says; the same code read again was read the first time. */
export function keepScanned(address: string, at: number): void {
  const [, meetingId, signInCode] = link.exec(address) ?? [];
  if (meetingId === undefined || signInCode === undefined) return;
  const before = keptScan();
  if (before?.meetingId === meetingId && before.signInCode === signInCode) return;
  localStorage.setItem(key, JSON.stringify({ meetingId, signInCode, at } satisfies Scan));
}

export function keptScan(): Scan | null {
  const kept = localStorage.getItem(key);
  if (kept === null) return null;
  const { meetingId, signInCode, at } = JSON.parse(kept) as Partial<Scan>;
  return meetingId === undefined || signInCode === undefined || at === undefined ? null : { meetingId, signInCode, at };
}

/** Whole seconds that have passed, as far as is told of: a clock that was put back tells of none. */
export const secondsSince = ({ at }: Scan, now: number): number => Math.min(longestSeconds, Math.max(0, Math.floor((now - at) / 1_000)));

export const forgetScan = (): void => localStorage.removeItem(key);
