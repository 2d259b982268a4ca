import { setImmediate } from 'node:timers/promises';

/** Places where a test may let the process die; `ZT_CRASH_AT=relay.sent#3` dies at the third pass. */
export const crashPoints = [
  'append.before',
  'append.stored',
  'append.answered',
  'relay.read',
  'relay.sent',
  'relay.acked',
  'relay.saved',
  'project.read',
  'project.written',
  'project.saved',
  'policy.read',
  'policy.commanded',
  'policy.saved',
  'park.written',
  'rebuild.batch',
  'rebuild.switch',
  'tick.fired',
  'vault.stored',
  'vault.keyDestroyed',
  'vault.erased',
] as const;
export type CrashPoint = (typeof crashPoints)[number];

let armed: { readonly point: string; passes: number } | undefined;

/**
 * Called once by the platform with the value of `ZT_CRASH_AT`; nothing is armed without one.
 * Ends the process with 78 in production: a machine that people depend on never carries a trap.
 * @throws {TypeError} when the value names no point, because a test with a typo would prove nothing.
 */
export function armCrashPoint(spec: string | undefined, environment: string | undefined): void {
  armed = undefined;
  if (spec === undefined || spec === '') return;
  if (environment === 'production') {
    process.stderr.write('ZT_CRASH_AT is set in production, refusing to run\n');
    process.exit(78);
  }
  const [point = '', pass = '1'] = spec.split('#');
  if (!crashPoints.some((known) => known === point) || !/^[1-9]\d*$/.test(pass)) {
    throw new TypeError(`"${spec}" names no crash point, expected <point>#<pass> with one of ${crashPoints.join(', ')}`);
  }
  armed = { point, passes: Number(pass) };
}

export function crashPoint(point: CrashPoint): void {
  if (armed?.point !== point) return;
  armed.passes -= 1;
  if (armed.passes === 0) process.kill(process.pid, 'SIGKILL');
}

/** A point inside work that was started but not answered: one turn of the event loop lets the request leave first. */
export async function crashPointDuring<T>(point: CrashPoint, work: Promise<T>): Promise<T> {
  if (armed?.point === point) {
    await Promise.race([work, setImmediate()]);
    crashPoint(point);
  }
  return work;
}
