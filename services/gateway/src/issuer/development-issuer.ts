import type { EphemeralStore, Log } from '@zhitong/eventing';
import { ConfigurationError } from '@zhitong/platform/runtime/configuration.ts';
import Provider, { type ProviderContext } from 'oidc-provider';
import { apiAudience } from '../access/bearer-tokens.ts';
import type { Persona } from '../gateway-options.ts';
import { EphemeralAdapter } from './ephemeral-adapter.ts';
import { sharedIssuerKeys, type IssuerKeys } from './issuer-keys.ts';
import { consoleClientId } from './trusted-issuer.ts';

/** Client of `npm run token`. */
export const tokenClient = { id: 'zhitong-cli', redirectUri: 'http://127.0.0.1/callback' } as const;
/** What an API client asks a token for. */
export const apiResource = 'urn:zhitong:api';
const apiScope = 'api';

/** What its log-ins call themselves: no proof at all, which production refuses. */
export const developmentAcr = 'urn:zhitong:acr:development';

export interface DevelopmentIssuerOptions {
  readonly publicUrl: string;
  readonly personas: readonly Persona[];
  readonly ephemeral: EphemeralStore;
  readonly production: boolean;
  readonly log: Log;
}

/** An issuer without passwords: whoever reaches it is whom they say. @throws {ConfigurationError} in production. */
export async function createDevelopmentIssuer(options: DevelopmentIssuerOptions): Promise<Provider> {
  const { publicUrl, ephemeral, production, log } = options;
  if (production) throw new ConfigurationError('The development issuer refuses production; name an issuer by its URL');
  const provider = new Provider(`${publicUrl}/oidc`, configurationOf(options, await sharedIssuerKeys(ephemeral)));
  provider.proxy = publicUrl.startsWith('https:');
  provider.on('server_error', (_context: unknown, error: unknown) => log.error({ error }, 'The development issuer failed'));
  return provider;
}

function configurationOf({ publicUrl, personas, ephemeral }: DevelopmentIssuerOptions, { jwks, cookieKeys }: IssuerKeys): object {
  const known = new Map(personas.map((persona) => [persona.login, persona]));
  return {
    adapter: (model: string) => new EphemeralAdapter(model, ephemeral),
    clients: clientsOf(publicUrl),
    jwks,
    cookies: { keys: cookieKeys, long: { signed: true }, short: { signed: true } },
    pkce: { required: () => true },
    claims: { openid: ['sub', 'acr', 'auth_time'], profile: ['name'] },
    acrValues: [developmentAcr],
    extraTokenClaims: ({ oidc: { entities } }: ProviderContext) => ({ auth_time: entities.AuthorizationCode?.authTime, acr: entities.AuthorizationCode?.acr }),
    conformIdTokenClaims: false,
    scopes: ['openid', 'profile'],
    interactions: { url: (_context: unknown, { uid }: { readonly uid: string }) => `/oidc/interaction/${uid}` },
    findAccount: (_context: unknown, login: string) => {
      const persona = known.get(login);
      return persona && { accountId: login, claims: () => ({ sub: login, name: persona.organizationName }) };
    },
    loadExistingGrant: grantEverything,
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => apiResource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: apiScope,
          audience: apiAudience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: 3600,
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    ttl: { AccessToken: 3600, AuthorizationCode: 60, IdToken: 3600, Interaction: 600, Session: 8 * 3600, Grant: 8 * 3600 },
  };
}

const clientsOf = (publicUrl: string) =>
  [
    { client_id: consoleClientId, redirect_uris: [`${publicUrl}/auth/callback`] },
    { client_id: tokenClient.id, redirect_uris: [tokenClient.redirectUri], application_type: 'native' },
  ].map((client) => ({
    ...client,
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code'],
    response_types: ['code'],
    id_token_signed_response_alg: 'ES256',
  }));

/** Own clients: nobody is asked for consent. */
async function grantEverything({ oidc: { provider, client, session } }: ProviderContext) {
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid profile');
  grant.addResourceScope(apiResource, apiScope);
  await grant.save();
  return grant;
}
