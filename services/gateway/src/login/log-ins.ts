import { hash, randomBytes } from 'node:crypto';
import type { EphemeralStore } from '@zhitong/eventing';
import { Rejected } from '@zhitong/kernel';
import {
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientError,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  ResponseBodyError,
  type IDToken,
} from 'openid-client';
import { z } from 'zod';
import type { TrustedIssuer } from '../issuer/trusted-issuer.ts';
import { readKept } from '../sessions/kept-record.ts';
import { longestMs } from '../sessions/session-store.ts';

const pending = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
  maxAgeSeconds: z.int(),
  acrValues: z.string().nullable(),
});

export const loginSeconds = 600;
const keyOf = (id: string) => `login:${hash('sha256', id)}`;

export interface WantedLogIn {
  readonly returnTo: string;
  /** Whom the issuer is expected to find. */
  readonly hint?: string | undefined;
  /** The proof at the issuer may be so old: by itself as old as a session. */
  readonly maxAgeSeconds?: number | undefined;
  /** Kinds of proof, by blanks, that are asked for. */
  readonly acrValues?: string | undefined;
}
export interface FinishedLogIn {
  readonly claims: IDToken;
  readonly returnTo: string;
  /** What was asked for. */
  readonly acrValues: string | null;
}

const invalid = () => new Rejected('TOKEN_INVALID', 'The log-in is not valid; please log in again.');

/** Where a person goes after the log-in: a page of this site. A path of two slashes would name another host, also where dots led to it. */
export function safeReturn(wanted: string | undefined, publicUrl: string): string {
  const target = wanted?.startsWith('/') === true ? URL.parse(wanted, publicUrl) : null;
  const own = target !== null && target.origin === publicUrl && !target.pathname.startsWith('//');
  return own ? `${target.pathname}${target.search}${target.hash}` : '/app';
}

/** The code flow with PKCE, state and nonce; tokens never leave this class. */
export class LogIns {
  constructor(
    private readonly issuer: TrustedIssuer,
    private readonly store: EphemeralStore,
    private readonly publicUrl: string,
  ) {}

  /** The issuer's address to go to, and the id that binds the answer to this browser. */
  async start({ returnTo, hint, maxAgeSeconds = longestMs / 1000, acrValues }: WantedLogIn): Promise<{ readonly location: string; readonly id: string }> {
    const configuration = await this.issuer.configuration();
    const [state, nonce, verifier, id] = [randomState(), randomNonce(), randomPKCECodeVerifier(), randomBytes(16).toString('base64url')];
    const kept: z.infer<typeof pending> = { state, nonce, verifier, returnTo, maxAgeSeconds, acrValues: acrValues ?? null };
    await this.store.set(keyOf(id), JSON.stringify(kept), loginSeconds * 1000);
    const location = buildAuthorizationUrl(configuration, {
      redirect_uri: `${this.publicUrl}/auth/callback`,
      scope: 'openid profile',
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      max_age: String(maxAgeSeconds),
      ...(acrValues === undefined ? {} : { acr_values: acrValues }),
      ...(this.issuer.development ? { prompt: 'login' } : {}),
      ...(hint === undefined ? {} : { login_hint: hint }),
    });
    return { location: location.href, id };
  }

  /** @throws {Rejected} `TOKEN_INVALID` for whatever does not fit: another browser, state, nonce, signature, or a second use. */
  async finish(id: string | undefined, answer: URL): Promise<FinishedLogIn> {
    const kept = id === undefined ? undefined : readKept(pending, await this.store.take(keyOf(id)));
    if (kept === undefined) throw invalid();
    const { state, nonce, verifier, returnTo, maxAgeSeconds, acrValues } = kept;
    const configuration = await this.issuer.configuration();
    const tokens = await authorizationCodeGrant(configuration, answer, {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      maxAge: maxAgeSeconds,
      idTokenExpected: true,
    }).catch((error: unknown) => {
      throw isRefused(error) ? invalid() : unreachable(error);
    });
    const claims = tokens.claims();
    if (!claims) throw invalid();
    return { claims, returnTo, acrValues };
  }
}

const isRefused = (error: unknown) =>
  error instanceof ResponseBodyError || error instanceof AuthorizationResponseError || (error instanceof ClientError && error.code !== 'OAUTH_TIMEOUT');

/** A fetch that failed is a TypeError; anything else is ours to mend. */
const unreachable = (error: unknown) =>
  error instanceof TypeError || error instanceof ClientError
    ? new Rejected('SERVICE_UNAVAILABLE', 'The issuer does not answer.', { service: 'issuer' })
    : error;
