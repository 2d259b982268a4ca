import type { FastifyRequest } from 'fastify';
import type { IDToken } from 'openid-client';
import type { Accounts, Grant } from '../access/accounts.ts';
import type { TrustedIssuer } from '../issuer/trusted-issuer.ts';
import { idleMs, type Session, type SessionStore } from '../sessions/session-store.ts';

const administrators: ReadonlySet<Grant['role']> = new Set(['systemAdministrator', 'securityAdministrator', 'auditAdministrator', 'operator']);

const idleOf = (acting: Grant | undefined) => (acting && administrators.has(acting.role) ? idleMs.administrator : idleMs.usual);

/** Turns a log-in that the issuer vouches for into a session, and a session into one under another post. */
export class Entrance {
  constructor(
    private readonly sessions: SessionStore,
    private readonly accounts: Accounts,
    private readonly issuer: TrustedIssuer,
    readonly publicUrl: string,
  ) {}

  /** The same address on the public host: cookies of another host would never come back from the issuer. */
  elsewhere({ headers, url }: Pick<FastifyRequest, 'headers' | 'url'>): string | undefined {
    return headers.host === new URL(this.publicUrl).host ? undefined : `${this.publicUrl}${url}`;
  }

  /** Answers the new id; an earlier session of the browser ends. @throws {Rejected} `FORBIDDEN_ROLE` without an open account. */
  async admit({ sub, sid, name }: IDToken, oldId: string | undefined): Promise<string> {
    const issuer = this.issuer.accountsOf;
    const personId = await this.accounts.personOf(issuer, sub);
    const { grants } = await this.accounts.grantsOf(personId);
    const [acting] = grants;
    const old = oldId === undefined ? undefined : await this.sessions.find(oldId, { quiet: true });
    if (old) await this.sessions.end(old);
    return this.sessions.open({
      personId,
      displayName: typeof name === 'string' ? name : null,
      issuer,
      subject: sub,
      issuerSession: typeof sid === 'string' ? sid : null,
      actingGrantId: acting?.grantId ?? null,
      idleMs: idleOf(acting),
    });
  }

  /** The same session under another post, with a new id. */
  async actAs(session: Session, acting: Grant): Promise<string> {
    const { sessionId: _old, ...kept } = session;
    const id = await this.sessions.open({ ...kept, actingGrantId: acting.grantId, idleMs: idleOf(acting) });
    await this.sessions.end(session);
    return id;
  }
}
