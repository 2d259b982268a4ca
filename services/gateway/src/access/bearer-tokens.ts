import type { Clock } from '@zhitong/eventing';
import { Rejected } from '@zhitong/kernel';
import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import type { TrustedIssuer } from '../issuer/trusted-issuer.ts';
import { logInOf, type LogIn } from './log-in-strength.ts';

export const apiAudience = 'zhitong-api';

/** Asymmetric only: a public key is no secret. */
export const signatureAlgorithms = ['EdDSA', 'Ed25519', 'ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512', 'RS256', 'RS384', 'RS512'];

const invalid = () => new Rejected('TOKEN_INVALID', 'The token is not valid here.');

/** Access tokens of API clients: JWTs of the trusted issuer for this API (RFC 9068). */
export class BearerTokens {
  #keys: JWTVerifyGetKey | undefined;

  constructor(
    private readonly issuer: TrustedIssuer,
    private readonly clock: Clock,
  ) {}

  /** @throws {Rejected} `TOKEN_INVALID`; `SERVICE_UNAVAILABLE` while the keys of the issuer cannot be read. */
  async verify(authorization: string): Promise<{ readonly issuer: string; readonly subject: string; readonly logIn: LogIn }> {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
    if (token === undefined) throw invalid();
    const keys = (this.#keys ??= createRemoteJWKSet(new URL(await this.issuer.keysUrl()), { cooldownDuration: 1_000, timeoutDuration: 2_000 }));
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: this.issuer.url,
        audience: apiAudience,
        algorithms: signatureAlgorithms,
        typ: 'at+jwt',
        requiredClaims: ['sub', 'exp', 'iat'],
        clockTolerance: 60,
        currentDate: new Date(this.clock.now()),
      });
      if (payload.sub === undefined || payload.sub === '') throw invalid();
      return { issuer: this.issuer.accountsOf, subject: payload.sub, logIn: logInOf(payload) };
    } catch (error) {
      if (error instanceof errors.JWKSTimeout || error instanceof TypeError)
        throw new Rejected('SERVICE_UNAVAILABLE', 'The keys of the issuer cannot be read.', { service: 'issuer' });
      if (error instanceof errors.JOSEError) throw invalid();
      throw error;
    }
  }
}
