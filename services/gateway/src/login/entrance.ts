import { Rejected } from '@zhitong/kernel';
import type { FastifyRequest } from 'fastify';
import type { IDToken } from 'openid-client';
import type { Accounts, Grant } from '../access/accounts.ts';
import { isAdministrator, logInOf, type LogInStrength } from '../access/log-in-strength.ts';
import type { TrustedIssuer } from '../issuer/trusted-issuer.ts';
import { idleMs, type Session, type SessionStore } from '../sessions/session-store.ts';

const idleOf = (acting: Grant | undefined) => (acting && isAdministrator(acting) ? idleMs.administrator : idleMs.usual);

/** Turns a log-in that the issuer vouches for into a session, and a session into one under another post. */
export class Entrance {
  constructor(
    private readonly sessions: SessionStore,
    private readonly accounts: Accounts,
    private readonly issuer: TrustedIssuer,
    private readonly strength: LogInStrength,
    readonly publicUrl: string,
  ) {}

  /** The same address on the public host: cookies of another host would never come back from the issuer. */
  elsewhere({ headers, url }: Pick<FastifyRequest, 'headers' | 'url'>): string | undefined {
    return headers.host === new URL(this.publicUrl).host ? undefined : `${this.publicUrl}${url}`;
  }

  /**
   * Answers the new id; an earlier session of the browser ends, and its post is kept by the same person.
   * @throws {Rejected} `FORBIDDEN_ROLE` without an open account; `STEP_UP_REQUIRED`
   */
  async admit(claims: IDToken, oldId: string | undefined): Promise<string> {
    const { sub, sid, name } = claims;
    const [issuer, logIn] = [this.issuer.accountsOf, logInOf(claims)];
    const personId = await this.accounts.personOf(issuer, sub);
    const { grants } = await this.accounts.grantsOf(personId);
    const old = oldId === undefined ? undefined : await this.sessions.find(oldId, { quiet: true });
    const kept = old?.personId === personId ? grants.find(({ grantId }) => grantId === old.actingGrantId) : undefined;
    const acting = kept ?? grants[0];
    this.strength.requireFor(acting, logIn);
    await this.accounts.recordLogIn(personId, acting, logIn);
    if (old) await this.sessions.end(old);
    return this.sessions.open({
      personId,
      displayName: typeof name === 'string' ? name : null,
      issuer,
      subject: sub,
      issuerSession: typeof sid === 'string' ? sid : null,
      actingGrantId: acting?.grantId ?? null,
      idleMs: idleOf(acting),
      logIn,
    });
  }

  /** The same session under another post, with a new id. @throws {Rejected} `STEP_UP_REQUIRED`; `UNAUTHENTICATED` when it was ended meanwhile. */
  async actAs(session: Session, acting: Grant): Promise<string> {
    this.strength.requireFor(acting, session.logIn);
    const id = await this.sessions.renew(session, { actingGrantId: acting.grantId, idleMs: idleOf(acting) });
    if (id === undefined) throw new Rejected('UNAUTHENTICATED', 'This session has ended.');
    return id;
  }
}
