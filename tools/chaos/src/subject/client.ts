import type { Addition, SubjectStatus } from './door.ts';

export type Answer =
  | { readonly kind: 'receipt'; readonly stream: string; readonly version: number }
  | { readonly kind: 'refused'; readonly code: string }
  /** Nobody knows whether it was carried out: the same command again. */
  | { readonly kind: 'unknown'; readonly code: string };

/** Longer than the service's own. */
const patienceMs = 15_000;

/** Codes after which a command may have been carried out all the same. */
const uncertain = new Set(['STORE_UNAVAILABLE', 'OUTCOME_UNKNOWN', 'SERVICE_UNAVAILABLE']);

export async function add(door: string, addition: Addition, deadlineMs = patienceMs): Promise<Answer> {
  let response: Response;
  let body: { readonly code?: string; readonly stream?: string; readonly version?: number };
  try {
    response = await fetch(`http://${door}/add`, { method: 'POST', body: JSON.stringify(addition), signal: AbortSignal.timeout(deadlineMs) });
    body = (await response.json()) as typeof body;
  } catch {
    return { kind: 'unknown', code: 'NO_ANSWER' };
  }
  const { code = '', stream = '', version = 0 } = body;
  if (response.ok) return { kind: 'receipt', stream, version };
  return { kind: uncertain.has(code) ? 'unknown' : 'refused', code };
}

/** @throws {Error} while the rows cannot be read */
export async function statusOf(door: string): Promise<SubjectStatus> {
  const response = await fetch(`http://${door}/status`, { signal: AbortSignal.timeout(patienceMs) });
  if (!response.ok) throw new Error(`${String(response.status)} ${await response.text()}`);
  return (await response.json()) as SubjectStatus;
}

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

export async function liveness(health: string, withinMs = patienceMs): Promise<boolean> {
  return (await fetch(`http://${health}/livez`, { signal: AbortSignal.timeout(withinMs) })).ok;
}

export interface Ready {
  readonly ready: boolean;
  /** Parts that are not. */
  readonly red: readonly string[];
}

export async function readiness(health: string): Promise<Ready> {
  const response = await fetch(`http://${health}/readyz`, { signal: AbortSignal.timeout(patienceMs) });
  const { parts } = (await response.json()) as { readonly parts: Readonly<Record<string, { readonly ok: boolean }>> };
  return { ready: response.ok, red: Object.entries(parts).flatMap(([name, { ok }]) => (ok ? [] : [name])) };
}
