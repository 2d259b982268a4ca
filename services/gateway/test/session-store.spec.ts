import { describe, expect, it } from '@jest/globals';
import type { EphemeralStore } from '@zhitong/eventing';
import { EphemeralMemory, openMemoryEphemeralStore } from '@zhitong/memory';
import { idleMs, SessionStore, type Session } from '../src/sessions/session-store.ts';

const now = '2026-03-02T01:00:00.000Z';
const given = {
  personId: 'per_1',
  displayName: null,
  issuer: 'https://issuer.example',
  subject: 'wang',
  issuerSession: 'sid-1',
  actingGrantId: 'grt_1',
  idleMs: idleMs.usual,
  logIn: { at: now, acr: null },
};

/** A store beside which something happens at the first call of a method whose first argument begins so. */
function interrupted(
  store: EphemeralStore,
  method: 'set' | 'members',
  begins: string,
  meanwhile: () => Promise<unknown>,
  when: 'before' | 'after',
): EphemeralStore {
  let left = 1;
  return new Proxy(store, {
    get: (target, name) => {
      const own: unknown = Reflect.get(target, name);
      if (name !== method) return typeof own === 'function' ? own.bind(target) : own;
      return async (...parameters: readonly unknown[]) => {
        const concerned = String(parameters[0]).startsWith(begins) && left-- > 0;
        if (concerned && when === 'before') await meanwhile();
        const answer: unknown = await Reflect.apply(target[method], target, parameters);
        if (concerned && when === 'after') await meanwhile();
        return answer;
      };
    },
  });
}

describe('REL-38 a session as another release kept it', () => {
  const clock = { now: () => now };
  async function foreign() {
    const memory = new EphemeralMemory(() => Date.parse(now));
    const store = openMemoryEphemeralStore({ memory });
    const sessions = new SessionStore(store, clock);
    const id = await sessions.open(given);
    const [key = ''] = memory.values.keys('session:');
    await store.set(key, JSON.stringify({ ...given, createdAt: now, logIn: undefined }), 60_000);
    return { memory, sessions, id };
  }

  it('is none: the person logs in again', async () => {
    const { sessions, id } = await foreign();
    expect(await sessions.find(id)).toBeUndefined();
    expect(await sessions.listOf(given.personId)).toEqual([]);
  });
  it('ends with its log-in for the releases that read it', async () => {
    const { memory, sessions } = await foreign();
    await sessions.endOfLogin(given.issuer, { subject: given.subject });
    expect(memory.values.keys('session:')).toEqual([]);
  });
});

describe('SEC-04 a session that gets another post while it is logged out', () => {
  const clock = { now: () => now };
  async function started() {
    const memory = new EphemeralMemory(() => Date.parse(now));
    const store = openMemoryEphemeralStore({ memory });
    const sessions = new SessionStore(store, clock);
    const found = await sessions.find(await sessions.open(given));
    if (!found) throw new Error('There is no session');
    return { memory, store, sessions, session: found };
  }
  const chosen = { actingGrantId: 'grt_2', idleMs: idleMs.usual };
  const logOut = (sessions: SessionStore) => sessions.endOfLogin(given.issuer, { subject: given.subject });
  /** Everything there is, but when somebody was last there. */
  const left = ({ values, sets }: EphemeralMemory) => [...values.keys('session:'), ...sets.keys('').flatMap((name) => sets.get(name)?.members() ?? [])];
  const renewing = (store: EphemeralStore, session: Session) => new SessionStore(store, clock).renew(session, chosen);

  it('ends, wherever the log-out comes in', async () => {
    for (const when of ['before', 'after'] as const) {
      const { memory, store, sessions, session } = await started();
      expect(
        await renewing(
          interrupted(store, 'set', 'session:', () => logOut(sessions), when),
          session,
        ),
      ).toBeUndefined();
      expect(left(memory)).toEqual([]);
    }
  });
  it('ends, wherever the change comes into the log-out', async () => {
    for (const when of ['before', 'after'] as const) {
      const { memory, store, session } = await started();
      await logOut(
        new SessionStore(
          interrupted(store, 'members', 'session-login:', () => renewing(store, session), when),
          clock,
        ),
      );
      expect(left(memory)).toEqual([]);
    }
  });
  it('goes on under its new id otherwise', async () => {
    const { sessions, session } = await started();
    const id = await sessions.renew(session, chosen);
    expect(await sessions.find(id ?? '')).toMatchObject({ actingGrantId: 'grt_2', createdAt: session.createdAt });
  });
});
