import { Rejected } from '@zhitong/kernel';
import type { TrustedIssuer } from '../issuer/trusted-issuer.ts';
import { logInOf, type LogIn } from './log-in-strength.ts';

export const apiAudience = 'zhitong-api';

const invalid = () => new Rejected('TOKEN_INVALID', 'The token is not valid here.');

/** Access tokens of API clients: JWTs of the trusted issuer for this API (RFC 9068). */
export class BearerTokens {
  constructor(private readonly issuer: TrustedIssuer) {}

  /** @throws {Rejected} `TOKEN_INVALID`; `SERVICE_UNAVAILABLE` while the keys of the issuer cannot be read. */
  async verify(authorization: string): Promise<{ readonly issuer: string; readonly subject: string; readonly logIn: LogIn }> {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
    if (token === undefined) throw invalid();
    const claims = await this.issuer.claimsOf(token, { audience: apiAudience, typ: 'at+jwt', requiredClaims: ['sub', 'exp', 'iat'] });
    const { sub: subject = '' } = claims;
    if (subject === '') throw invalid();
    return { issuer: this.issuer.accountsOf, subject, logIn: logInOf(claims) };
  }
}
