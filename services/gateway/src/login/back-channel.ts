import type { EphemeralStore } from '@zhitong/eventing';
import { Rejected } from '@zhitong/kernel';
import { z } from 'zod';
import type { TrustedIssuer } from '../issuer/trusted-issuer.ts';
import type { SessionStore } from '../sessions/session-store.ts';

const event = 'http://schemas.openid.net/event/backchannel-logout';
const logoutClaims = z
  .object({
    sub: z.string().min(1).optional(),
    sid: z.string().min(1).optional(),
    jti: z.string().min(1),
    events: z.object({ [event]: z.object({}) }),
    nonce: z.undefined().optional(),
  })
  .refine(({ sub, sid }) => sub !== undefined || sid !== undefined);

const usedMs = 10 * 60_000;
const invalid = () => new Rejected('TOKEN_INVALID', 'The logout token is not valid.');

/** OpenID Connect Back-Channel Logout 1.0: the issuer ends sessions here. */
export class BackChannelLogout {
  constructor(
    private readonly issuer: TrustedIssuer,
    private readonly sessions: SessionStore,
    private readonly store: EphemeralStore,
  ) {}

  /** Marked as used once it has done its work: a token whose sessions could not be ended may come again. @throws {Rejected} `TOKEN_INVALID` */
  async end(token: string): Promise<void> {
    const { sub, sid, jti } = await this.#verify(token);
    const used = `logout-token:${jti}`;
    if ((await this.store.get(used)) !== undefined) throw invalid();
    if (sid !== undefined) await this.sessions.endOfLogin(this.issuer.accountsOf, { issuerSession: sid });
    else if (sub !== undefined) await this.sessions.endOfLogin(this.issuer.accountsOf, { subject: sub });
    await this.store.set(used, '', usedMs);
  }

  async #verify(token: string): Promise<z.infer<typeof logoutClaims>> {
    const { client_id } = (await this.issuer.configuration()).clientMetadata();
    const claims = await this.issuer.claimsOf(token, { audience: client_id, requiredClaims: ['iat', 'jti', 'events'], maxTokenAge: '2m' });
    const read = logoutClaims.safeParse(claims);
    if (!read.success) throw invalid();
    return read.data;
  }
}
