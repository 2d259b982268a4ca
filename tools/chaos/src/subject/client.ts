import type { Addition, Place, SubjectStatus } from './door.ts';

export type Answer =
  | { readonly kind: 'receipt'; readonly stream: string; readonly version: number }
  | { readonly kind: 'refused'; readonly code: string }
  /** Nobody knows whether it was carried out: the same command again. */
  | { readonly kind: 'unknown'; readonly code: string };

/**
 * How long a client waits, longer than any wait of the service: so many turns of its own event loop, each of so many ms at least. One that does
 * not get to run, on a busy machine, has not waited meanwhile: the answer may lie in its own sockets. What took long is told by the rows.
 */
export interface Patience {
  readonly turns: number;
  readonly turnMs: number;
}
const usual: Patience = { turns: 60, turnMs: 500 };

/** Nothing came, though there was a connection, or at least no sign that there was none. */
class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** @throws {NoAnswer} when patience is at its end */
async function patiently<Result>({ turns, turnMs }: Patience, ask: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const end = new AbortController();
  let turn = 0;
  const timer = setInterval(() => ++turn === turns && end.abort(new NoAnswer(`Nothing came in ${String(turns)} turns`)), turnMs);
  return ask(end.signal).finally(() => clearInterval(timer));
}

/** Codes after which a command may have been carried out all the same. */
const uncertain = new Set(['STORE_UNAVAILABLE', 'OUTCOME_UNKNOWN', 'SERVICE_UNAVAILABLE']);

interface Body {
  readonly code?: string;
  readonly stream?: string;
  readonly version?: number;
}

/** What came; `NO_ANSWER` when nothing did, `CONNECTION_LOST` when whoever would have answered is gone. */
export const add = (door: string, addition: Addition, patience = usual): Promise<Answer> => hand(`http://${door}/add`, addition, patience);

/** As {@link add}, of an event that nobody has heard of. */
export const addUnheard = (door: string, addition: Addition): Promise<Answer> => hand(`http://${door}/unheard`, addition, usual);

async function hand(url: string, addition: Addition, patience: Patience): Promise<Answer> {
  const ask = async (signal: AbortSignal) => {
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(addition), signal });
    return { ok: response.ok, body: (await response.json()) as Body };
  };
  try {
    const { ok, body } = await patiently(patience, ask);
    const { code = '', stream = '', version = 0 } = body;
    if (ok) return { kind: 'receipt', stream, version };
    return { kind: uncertain.has(code) ? 'unknown' : 'refused', code };
  } catch (error) {
    return { kind: 'unknown', code: error instanceof NoAnswer ? 'NO_ANSWER' : 'CONNECTION_LOST' };
  }
}

/** @throws {Error} while the rows cannot be read */
export const statusOf = async (door: string): Promise<SubjectStatus> => (await answerOf(`http://${door}/status`)) as SubjectStatus;

/** Names of the streams that are parked. */
export const parkedIn = async (door: string): Promise<readonly string[]> => (await answerOf(`http://${door}/parked`)) as readonly string[];

/** Mends the cause of all poison and has everything taken in again. */
export async function mend(door: string): Promise<void> {
  await answerOf(`http://${door}/mend`, { method: 'POST' });
}

/** Resolves once the rows have taken the event in. @throws {NoAnswer} */
export async function reached(door: string, place: Place): Promise<void> {
  for (let turn = 0; turn < usual.turns; turn++) {
    if ((await answerOf(`http://${door}/reached`, { method: 'POST', body: JSON.stringify(place) })) === true) return;
  }
  throw new NoAnswer(`${place.stream}@${String(place.version)} does not come`);
}

/** @throws {Error} for anything but an answer that it went well */
const answerOf = (url: string, request: RequestInit = {}): Promise<unknown> =>
  patiently(usual, async (signal) => {
    const response = await fetch(url, { ...request, signal });
    if (!response.ok) throw new Error(`${String(response.status)} ${await response.text()}`);
    return response.json();
  });

/** How much of what was promised the rows hold: each addition counts once, its echo once. */
export const heldOf = ({ added, echoed }: SubjectStatus, promised: number): number => Math.min(added, promised) + Math.min(echoed, promised);

/** @throws {Error} with the code of the refusal. */
export async function rebuild(door: string): Promise<void> {
  const response = await fetch(`http://${door}/rebuild`, { method: 'POST' });
  const { code } = (await response.json()) as { readonly code?: string };
  if (!response.ok) throw new Error(code ?? String(response.status));
}

/** Lets the event loop of the process stand still; resolves when it goes on. */
export async function block(door: string, ms: number): Promise<void> {
  await fetch(`http://${door}/block`, { method: 'POST', body: String(ms) });
}

/** Within so many ms of the clock, if they are given. */
export async function liveness(health: string, withinMs?: number): Promise<boolean> {
  const asked = (signal: AbortSignal) => fetch(`http://${health}/livez`, { signal });
  return (await (withinMs === undefined ? patiently(usual, asked) : asked(AbortSignal.timeout(withinMs)))).ok;
}

export interface Ready {
  readonly ready: boolean;
  /** Parts that are not. */
  readonly red: readonly string[];
}

export async function readiness(health: string): Promise<Ready> {
  return patiently(usual, async (signal) => {
    const response = await fetch(`http://${health}/readyz`, { signal });
    const { parts } = (await response.json()) as { readonly parts: Readonly<Record<string, { readonly ok: boolean }>> };
    return { ready: response.ok, red: Object.entries(parts).flatMap(([name, { ok }]) => (ok ? [] : [name])) };
  });
}
