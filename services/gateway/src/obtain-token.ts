import { calculatePKCECodeChallenge, randomPKCECodeVerifier, randomState } from 'openid-client';
import { z } from 'zod';
import { apiResource, tokenClient } from './issuer/development-issuer.ts';

/** Where a city answers unless somebody said otherwise. */
export const defaultUrl = 'http://localhost:8080';
const mostSteps = 10;
const answer = z.object({ access_token: z.string() });

/** Nothing answers at the address. The process ends with 69. */
export class ServerUnreachable extends Error {
  override readonly name = 'ServerUnreachable';
}

/**
 * Goes through the code flow of a running development issuer as a persona and answers an access token for the API.
 * @throws {ServerUnreachable} when no city runs at the address.
 */
export async function obtainToken(url: string, login: string): Promise<string> {
  const [state, verifier] = [randomState(), randomPKCECodeVerifier()];
  const asked = new URLSearchParams({
    client_id: tokenClient.id,
    redirect_uri: tokenClient.redirectUri,
    response_type: 'code',
    scope: 'openid api',
    resource: apiResource,
    state,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    prompt: 'login',
    login_hint: login,
  });
  const code = await codeAt(`${url}/oidc/auth?${asked.toString()}`, state);
  const response = await answerOf(`${url}/oidc/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: tokenClient.id,
      redirect_uri: tokenClient.redirectUri,
      code,
      code_verifier: verifier,
      resource: apiResource,
    }),
  });
  if (!response.ok) throw new Error(`The issuer answered ${response.status}: ${(await response.text()).slice(0, 200)}`);
  return answer.parse(await response.json()).access_token;
}

/** Follows the issuer like a browser until it sends back to the client. */
async function codeAt(start: string, state: string): Promise<string> {
  const cookies = new Map<string, string>();
  let next = start;
  for (let step = 0; step < mostSteps; step++) {
    const response = await answerOf(next, { redirect: 'manual', headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) throw new Error(`There is no such persona, or the issuer is no development issuer (${response.status})`);
    next = new URL(location, next).href;
    if (next.startsWith(`${tokenClient.redirectUri}?`)) return codeIn(new URL(next), state);
  }
  throw new Error('The issuer goes round in circles');
}

/** `fetch` rejects only when no answer came, and its own words name neither the address nor what to do. */
async function answerOf(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch (error) {
    const place = URL.canParse(address) ? new URL(address).origin : address.replace(/\/oidc\/.*$/, '');
    throw new ServerUnreachable(`No city answers at ${place}; start it, or say where it runs with --url`, { cause: error });
  }
}

function codeIn({ searchParams }: URL, state: string): string {
  const code = searchParams.get('code');
  if (code === null || searchParams.get('state') !== state) throw new Error(`The issuer refused: ${searchParams.get('error') ?? 'wrong state'}`);
  return code;
}
