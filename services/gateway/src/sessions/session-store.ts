import { hash as digest, randomBytes } from 'node:crypto';
import type { Clock, EphemeralStore } from '@zhitong/eventing';
import { z } from 'zod';
import { readKept } from './kept-record.ts';

const record = z.object({
  personId: z.string(),
  displayName: z.string().nullable(),
  issuer: z.string(),
  subject: z.string(),
  /** `sid` of the issuer, for back-channel logout. */
  issuerSession: z.string().nullable(),
  actingGrantId: z.string().nullable(),
  /** Administrators are logged out sooner. */
  idleMs: z.int(),
  createdAt: z.string(),
  logIn: z.object({ at: z.string().nullable(), acr: z.string().nullable() }),
});
export type SessionRecord = z.infer<typeof record>;

export interface Session extends SessionRecord {
  /** Hash of the id: all that is stored, and all that others see. */
  readonly sessionId: string;
}

export const idleMs = { usual: 30 * 60_000, administrator: 15 * 60_000 } as const;
/** However much it is used. */
export const longestMs = 8 * 60 * 60_000;
/** A session in use is marked so at most this often. */
const touchMs = 20_000;

const hash = (text: string) => digest('sha256', text);

const keys = {
  session: (sessionId: string) => `session:${sessionId}`,
  used: (sessionId: string) => `session-used:${sessionId}`,
  ofPerson: (personId: string) => `session-of:${personId}`,
  ofLogin: (issuer: string, subject: string) => `session-login:${hash(JSON.stringify([issuer, subject]))}`,
  ofIssuerSession: (issuer: string, sid: string) => `session-sid:${hash(JSON.stringify([issuer, sid]))}`,
};

/** Sessions in the ephemeral store: it holds hashes only, and when it comes back empty everybody logs in again. */
export class SessionStore {
  constructor(
    private readonly store: EphemeralStore,
    private readonly clock: Clock,
  ) {}

  /** Answers the id for the cookie; it is kept nowhere else. `createdAt` goes on when a session gets a new id. */
  async open(given: Omit<SessionRecord, 'createdAt'> & { readonly createdAt?: string }): Promise<string> {
    const id = randomBytes(16).toString('base64url');
    const sessionId = hash(id);
    const session: SessionRecord = { ...given, createdAt: given.createdAt ?? this.clock.now() };
    const left = this.#left(session);
    await this.store.set(keys.session(sessionId), JSON.stringify(session), left);
    await this.#touch(sessionId, session);
    for (const set of this.#sets(session)) await this.store.include(set, sessionId, left);
    return id;
  }

  /** `quiet`: does not count as use. Undefined for forged, ended, idle and old ids alike. */
  async find(id: string, { quiet = false } = {}): Promise<Session | undefined> {
    const sessionId = hash(id);
    const [stored, used] = await Promise.all([this.store.get(keys.session(sessionId)), this.store.get(keys.used(sessionId))]);
    const session = readKept(record, stored);
    if (session === undefined || used === undefined || this.#left(session) <= 0) return undefined;
    if (!quiet && Date.parse(this.clock.now()) - Number(used) >= touchMs) await this.#touch(sessionId, session);
    return { ...session, sessionId };
  }

  /** False when it had ended already. */
  async end({ sessionId, ...session }: Session): Promise<boolean> {
    const stored = await this.store.take(keys.session(sessionId));
    await this.store.delete(keys.used(sessionId));
    for (const set of this.#sets(session)) await this.store.exclude(set, sessionId);
    return stored !== undefined;
  }

  /** The same session under a new id, with what changed. Undefined when it was ended meanwhile: then nothing is left of it. */
  async renew({ sessionId, ...session }: Session, changed: Pick<SessionRecord, 'actingGrantId' | 'idleMs'>): Promise<string | undefined> {
    const renewed = { ...session, ...changed };
    const id = await this.open(renewed);
    if (await this.end({ ...session, sessionId })) return id;
    await this.end({ ...renewed, sessionId: hash(id) });
    return undefined;
  }

  async listOf(personId: string): Promise<readonly { readonly sessionId: string; readonly createdAt: string; readonly lastUsedAt: string }[]> {
    const found = await this.#in(keys.ofPerson(personId));
    const listed = await Promise.all(
      found.map(async ({ sessionId, createdAt }) => {
        const used = await this.store.get(keys.used(sessionId));
        return used === undefined ? [] : [{ sessionId, createdAt, lastUsedAt: new Date(Number(used)).toISOString() }];
      }),
    );
    return listed.flat();
  }

  /** False when the person has no such session. */
  async endOf(personId: string, sessionId: string): Promise<boolean> {
    const session = (await this.#in(keys.ofPerson(personId))).find((own) => own.sessionId === sessionId);
    if (session) await this.end(session);
    return session !== undefined;
  }

  /** Back-channel logout: one session of the issuer, or all of a log-in; asked again until none is left, for one may get a new id meanwhile. */
  async endOfLogin(issuer: string, by: { readonly subject: string } | { readonly issuerSession: string }): Promise<void> {
    const set = 'subject' in by ? keys.ofLogin(issuer, by.subject) : keys.ofIssuerSession(issuer, by.issuerSession);
    for (let listed = await this.store.members(set); listed.length > 0; listed = await this.store.members(set)) {
      for (const session of await this.#in(set)) await this.end(session);
      await this.store.delete(...listed.map(keys.session)); // what cannot be read ends too
      await this.store.exclude(set, ...listed);
    }
  }

  async #in(set: string): Promise<readonly Session[]> {
    const ids = await this.store.members(set);
    const found = await Promise.all(
      ids.map(async (sessionId) => {
        const session = readKept(record, await this.store.get(keys.session(sessionId)));
        return session === undefined ? [] : [{ ...session, sessionId }];
      }),
    );
    return found.flat();
  }

  async #touch(sessionId: string, session: SessionRecord): Promise<void> {
    const now = String(Date.parse(this.clock.now()));
    await this.store.set(keys.used(sessionId), now, Math.min(session.idleMs, this.#left(session)));
  }

  #left({ createdAt }: SessionRecord): number {
    return Date.parse(createdAt) + longestMs - Date.parse(this.clock.now());
  }

  #sets({ personId, issuer, subject, issuerSession }: SessionRecord): readonly string[] {
    const ofIssuer = issuerSession === null ? [] : [keys.ofIssuerSession(issuer, issuerSession)];
    return [keys.ofPerson(personId), keys.ofLogin(issuer, subject), ...ofIssuer];
  }
}
