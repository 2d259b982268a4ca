import { developmentIssuer } from '@zhitong/catalogue';
import type { Clock } from '@zhitong/eventing';
import { Rejected } from '@zhitong/kernel';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey, type JWTVerifyOptions } from 'jose';
import { allowInsecureRequests, ClientSecretPost, Configuration, discovery, enableNonRepudiationChecks, None } from 'openid-client';
import type { IssuerOptions } from '../gateway-options.ts';

export const consoleClientId = 'zhitong-console';

/** Asymmetric only: a public key is no secret. */
const signatureAlgorithms = ['EdDSA', 'Ed25519', 'ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512', 'RS256', 'RS384', 'RS512'];

/** The one issuer whose log-ins and tokens count here. */
export class TrustedIssuer {
  /** `iss` of its tokens. */
  readonly url: string;
  /** Name under which accounts of its log-ins are opened. */
  readonly accountsOf: string;
  readonly development: boolean;
  readonly #options: IssuerOptions;
  readonly #clock: Clock;
  #configuration: Promise<Configuration> | undefined;
  #keys: JWTVerifyGetKey | undefined;

  constructor(options: IssuerOptions, publicUrl: string, clock: Clock) {
    this.#options = options;
    this.#clock = clock;
    this.development = options.kind === 'development';
    this.url = options.kind === 'development' ? `${publicUrl}/oidc` : options.url;
    this.accountsOf = options.kind === 'development' ? developmentIssuer : options.url;
  }

  /** Read once; after a failure the next who asks tries again. @throws {Rejected} `SERVICE_UNAVAILABLE` */
  async configuration(): Promise<Configuration> {
    const reading = (this.#configuration ??= this.#discover());
    try {
      return await reading;
    } catch (error) {
      if (this.#configuration === reading) this.#configuration = undefined;
      throw new Rejected('SERVICE_UNAVAILABLE', 'The issuer does not answer.', { service: 'issuer', cause: error instanceof Error ? error.name : 'unknown' });
    }
  }

  /**
   * What a token of this issuer says that is good now.
   * @throws {Rejected} `TOKEN_INVALID`; `SERVICE_UNAVAILABLE` while the keys of the issuer cannot be read.
   */
  async claimsOf(token: string, expected: Pick<JWTVerifyOptions, 'audience' | 'typ' | 'requiredClaims' | 'maxTokenAge'>): Promise<JWTPayload> {
    const good = { issuer: this.url, algorithms: signatureAlgorithms, clockTolerance: 60, currentDate: new Date(this.#clock.now()) };
    try {
      return (await jwtVerify(token, await this.#publicKeys(), { ...good, ...expected })).payload;
    } catch (error) {
      if (isOfKeys(error)) throw new Rejected('SERVICE_UNAVAILABLE', 'The keys of the issuer cannot be read.', { service: 'issuer' });
      throw error instanceof errors.JOSEError ? new Rejected('TOKEN_INVALID', 'The token is not valid here.') : error;
    }
  }

  /** Read when first asked for, and anew for a key that is not among them. */
  async #publicKeys(): Promise<JWTVerifyGetKey> {
    const { jwks_uri } = (await this.configuration()).serverMetadata();
    if (jwks_uri === undefined) throw new Rejected('SERVICE_UNAVAILABLE', 'The issuer publishes no keys.', { service: 'issuer' });
    return (this.#keys ??= createRemoteJWKSet(new URL(jwks_uri), { cooldownDuration: 1_000, timeoutDuration: 2_000 }));
  }

  #discover(): Promise<Configuration> {
    const options = this.#options;
    const insecure = this.development || loopback.has(new URL(this.url).hostname);
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- loopback and the issuer of this very process only
    const execute = [enableNonRepudiationChecks, ...(insecure ? [allowInsecureRequests] : [])];
    if (options.kind === 'development') {
      return discovery(new URL(this.url), consoleClientId, { id_token_signed_response_alg: 'ES256' }, None(), { execute, timeout: 5 });
    }
    const { clientId, clientSecret } = options;
    return discovery(new URL(this.url), clientId, undefined, clientSecret === undefined ? None() : ClientSecretPost(clientSecret), { execute, timeout: 5 });
  }
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** No answer, one that is none, or one that holds no keys: jose has no name of its own for all of them. */
const isOfKeys = (error: unknown): boolean =>
  error instanceof TypeError ||
  error instanceof errors.JWKSTimeout ||
  error instanceof errors.JWKSInvalid ||
  (error instanceof errors.JOSEError && error.code === errors.JOSEError.code);
