import { developmentIssuer } from '@zhitong/catalogue';
import { Rejected } from '@zhitong/kernel';
import { allowInsecureRequests, ClientSecretPost, Configuration, discovery, enableNonRepudiationChecks, None } from 'openid-client';
import type { IssuerOptions } from '../gateway-options.ts';

export const consoleClientId = 'zhitong-console';

/** The one issuer whose log-ins and tokens count here. */
export class TrustedIssuer {
  /** `iss` of its tokens. */
  readonly url: string;
  /** Name under which accounts of its log-ins are opened. */
  readonly accountsOf: string;
  readonly development: boolean;
  readonly #options: IssuerOptions;
  #configuration: Promise<Configuration> | undefined;

  constructor(options: IssuerOptions, publicUrl: string) {
    this.#options = options;
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

  async keysUrl(): Promise<string> {
    const { jwks_uri } = (await this.configuration()).serverMetadata();
    if (jwks_uri === undefined) throw new Rejected('SERVICE_UNAVAILABLE', 'The issuer publishes no keys.', { service: 'issuer' });
    return jwks_uri;
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
