import type { Clock, EphemeralStore } from '@zhitong/eventing';
import { Rejected } from '@zhitong/kernel';
import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { signatureAlgorithms } from '../access/bearer-tokens.ts';
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
  #keys: JWTVerifyGetKey | undefined;

  constructor(
    private readonly issuer: TrustedIssuer,
    private readonly sessions: SessionStore,
    private readonly store: EphemeralStore,
    private readonly clock: Clock,
  ) {}

  /** @throws {Rejected} `TOKEN_INVALID` */
  async end(token: string): Promise<void> {
    const { sub, sid, jti } = await this.#verify(token);
    if (!(await this.store.set(`logout-token:${jti}`, '', usedMs, { onlyIfAbsent: true }))) throw invalid();
    if (sid !== undefined) await this.sessions.endOfLogin(this.issuer.accountsOf, { issuerSession: sid });
    else if (sub !== undefined) await this.sessions.endOfLogin(this.issuer.accountsOf, { subject: sub });
  }

  async #verify(token: string): Promise<z.infer<typeof logoutClaims>> {
    const keys = (this.#keys ??= createRemoteJWKSet(new URL(await this.issuer.keysUrl()), { cooldownDuration: 1_000, timeoutDuration: 2_000 }));
    const { client_id } = (await this.issuer.configuration()).clientMetadata();
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: this.issuer.url,
        audience: client_id,
        algorithms: signatureAlgorithms,
        requiredClaims: ['iat', 'jti', 'events'],
        maxTokenAge: '2m',
        clockTolerance: 60,
        currentDate: new Date(this.clock.now()),
      });
      return logoutClaims.parse(payload);
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof z.ZodError) throw invalid();
      throw error;
    }
  }
}
