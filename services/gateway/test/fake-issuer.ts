import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';

interface Key {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

export async function newKey(kid: string): Promise<Key> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  return { kid, privateKey, publicJwk: { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' } };
}

/** An issuer of somebody else, that says what a spec wants it to say. */
export class FakeIssuer {
  readonly asked: string[] = [];
  keys: readonly Key[] = [];
  /** The ID token of the next code; undefined: the answer holds none. */
  idToken: string | undefined;
  /** What it answers those who ask for its keys. */
  keysStatus = 200;
  /** Where it sends those who ask for its configuration. */
  movedTo: string | undefined;
  readonly #used = new Set<string>();
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  get url(): string {
    const address = this.#server.address();
    if (typeof address !== 'object' || address === null) throw new Error('Not started');
    return `http://127.0.0.1:${String(address.port)}`;
  }

  async start(): Promise<void> {
    this.keys = [await newKey('key-1')];
    await once(this.#server.listen(0, '127.0.0.1'), 'listening');
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  /** Signed by its key, whatever the claims and the header say beside. */
  async sign(claims: Readonly<Record<string, unknown>>, header: object = {}, by: Key | undefined = this.keys[0]): Promise<string> {
    if (!by) throw new Error('The issuer has no key');
    return new SignJWT({ iss: this.url, ...claims }).setProtectedHeader({ alg: 'RS256', kid: by.kid, ...header }).sign(by.privateKey);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path = ''] = (request.url ?? '').split('?');
    this.asked.push(path);
    if (this.movedTo !== undefined) return void response.writeHead(302, { location: this.movedTo }).end();
    if (path === '/.well-known/openid-configuration') return json(response, 200, this.#configuration());
    if (path === '/jwks') return json(response, this.keysStatus, { keys: this.keys.map(({ publicJwk }) => publicJwk) });
    if (path !== '/token') return json(response, 404, {});
    const code = new URLSearchParams(await text(request)).get('code') ?? '';
    if (this.#used.has(code)) return json(response, 400, { error: 'invalid_grant' });
    this.#used.add(code);
    return json(response, 200, { access_token: 'opaque', token_type: 'bearer', ...(this.idToken === undefined ? {} : { id_token: this.idToken }) });
  }

  #configuration(): object {
    const { url } = this;
    return {
      issuer: url,
      authorization_endpoint: `${url}/authorize`,
      token_endpoint: `${url}/token`,
      jwks_uri: `${url}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      authorization_response_iss_parameter_supported: true,
    };
  }
}

const json = (response: ServerResponse, status: number, value: object): void =>
  void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
