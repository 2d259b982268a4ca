import { Rejected } from '@zhitong/kernel';

const outages = new Set(['StoreUnavailable', 'StoreFull', 'EphemeralUnavailable', 'Fenced', 'SubscriptionPaused']);
const outageCodes = new Set(['SERVICE_UNAVAILABLE', 'STORE_UNAVAILABLE', 'STORE_FULL', 'OVERLOADED', 'OUTCOME_UNKNOWN', 'CONFLICT']);

/** True for what passes by itself (a server away, a lost race): retried for ever, never parked. Everything else fails the same way each time. */
export const isOutage = (error: unknown): boolean =>
  error instanceof Rejected ? outageCodes.has(error.code) : error instanceof Error && outages.has(error.name);

/** Errors of this house: their messages are made of sentences, ids, codes, addresses and numbers, and may be written down. */
const plainSpoken: ReadonlySet<string> = new Set([
  ...outages,
  'ConfigurationError',
  'EndedStream',
  'FileDamaged',
  'FoldFailed',
  'FolderInUse',
  'KeyUnavailable',
  'LeaseLost',
  'LogDamaged',
  'LostRace',
  'NoIndex',
  'NotCommitted',
  'Rejected',
  'SealBroken',
  'SecretMissing',
  'ServerUnreachable',
  'SilentStream',
  'StillClosing',
  'StreamGap',
  'UnreadableRecord',
  'WrongPartitionCount',
]);

/**
 * An error for operators: name and message of one of this house; of any other, whose message may quote what people wrote (SEC-17), its
 * name, its code and the place in the program where it came from.
 */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return `a thrown ${typeof error}`;
  if (plainSpoken.has(error.name)) return `${error.name}: ${error.message}`.slice(0, 500);
  return [nameOf(error), codeOf(error), placeOf(error)].filter((part) => part !== undefined).join(' ');
}

const nameOf = ({ name }: Error): string => (/^[A-Za-z]\w{0,60}$/.test(name) ? name : 'Error');

function codeOf(error: Error): string | undefined {
  const code: unknown = 'code' in error ? error.code : undefined;
  return /^(?:[A-Z][A-Z0-9_]{1,40}|\d{1,6})$/.test(String(code)) ? String(code) : undefined;
}

/** The first frame outside of packages and the runtime. Frames follow the message, which is no place. */
function placeOf({ stack = '', message }: Error): string | undefined {
  const frames = stack.slice(stack.indexOf(message) + message.length).split('\n');
  const own = frames.find((frame) => /:\d+:\d+\)?$/.test(frame) && !/node:|node_modules/.test(frame));
  const [, place] = /((?:[\w.-]+\/){0,3}[\w.-]+:\d+):\d+\)?$/.exec(own ?? '') ?? [];
  return place === undefined ? undefined : `at ${place}`;
}
