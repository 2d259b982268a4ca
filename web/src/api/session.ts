import type { Role } from '@zhitong/catalogue/rights.ts';
import type { Level, View } from '@zhitong/catalogue/codes.ts';
import { ApiError, failureOf, problemOf } from './problem.ts';

export interface SessionGrant {
  readonly grantId: string;
  readonly role: Role;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly level: Level;
  readonly view: View;
}
export interface Session {
  readonly personId: string;
  readonly displayName: string | null;
  /** Null until a post is chosen, or when the last one was taken. */
  readonly actingGrantId: string | null;
  readonly grants: readonly SessionGrant[];
  readonly idleSeconds: number;
  readonly roles: readonly Role[];
}
export interface Persona {
  readonly login: string;
  readonly group: string;
  readonly title: string;
  readonly organizationName: string;
  readonly description: string;
  /** Offered in the picker; the others can be named. */
  readonly shown: boolean;
}
export interface Meta {
  readonly devIssuer: boolean;
  readonly version: string;
  readonly runtime: 'embedded' | 'distributed';
  readonly personas: readonly Persona[];
}

export const readSession = (signal?: AbortSignal) => gateway<Session>('GET', '/api/v1/session', signal);
export const readMeta = (signal?: AbortSignal) => gateway<Meta>('GET', '/api/v1/meta', signal);
export const actAs = (grantId: string) => gateway<unknown>('POST', '/api/v1/session/act', undefined, { grantId });
const logOut = () => gateway<unknown>('POST', '/auth/logout', undefined, {});

/** Whether the address belongs to the application for the phone. */
export const isPhone = (address: string): boolean => /^\/m([/?]|$)/.test(address);

/** Logs out; who logs in next begins at the front of the same application. */
export async function leave(): Promise<void> {
  await logOut();
  location.assign(loginAddress(isPhone(location.pathname) ? '/m' : '/app/home'));
}

export function loginAddress(returnTo: string): string {
  return `/login?${new URLSearchParams({ returnTo }).toString()}`;
}

/** The gateway's own doors are no operations of a service; their shapes are declared above. */
async function gateway<Answer>(method: 'GET' | 'POST', path: string, signal?: AbortSignal, body?: object): Promise<Answer> {
  try {
    const response = await fetch(path, {
      method,
      credentials: 'same-origin',
      signal: signal ?? null,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() } }),
    });
    const text = await response.text();
    if (!response.ok) throw new ApiError(problemOf(response.status, jsonOf(text)));
    return jsonOf(text) as Answer;
  } catch (cause) {
    throw failureOf(cause);
  }
}

function jsonOf(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
