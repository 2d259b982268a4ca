import type { Door } from './journeys.ts';

/** Bytes of a text as a header can carry them. */
const asHeader = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

/**
 * Requests that hold a text where none belongs: address, query, headers, bodies that are none, log-ins of nobody.
 * @returns the statuses, by what was tried.
 */
export async function oddRequests({ url, tokenOf }: Door, text: string): Promise<Readonly<Record<string, number>>> {
  const [inPath, inHeader, token] = [encodeURIComponent(text), asHeader(text), await tokenOf('city')];
  const bearer = { authorization: `Bearer ${token}` };
  const json = { ...bearer, 'content-type': 'application/json', 'idempotency-key': 'canary/odd' };
  const odd: Readonly<Record<string, readonly [path: string, request: RequestInit]>> = {
    'an address': [`/api/v1/${inPath}`, { headers: bearer }],
    'an id': [`/api/v1/members/${inPath}`, { headers: bearer }],
    'an id of the right form': [`/api/v1/members/per_${text.replace(/\W/g, '')}1`, { headers: bearer }],
    'a broken address': [`/api/v1/members/%E9%B4${text.replace(/\W/g, '')}`, { headers: bearer }],
    'an unknown field': [`/api/v1/members?${inPath}=${inPath}`, { headers: bearer }],
    'a cursor': [`/api/v1/members?cursor=${inPath}`, { headers: bearer }],
    channels: [`/api/v1/stream?topics=${inPath}`, { headers: { ...bearer, 'last-event-id': inHeader } }],
    headers: [
      '/api/v1/members',
      {
        headers: { ...bearer, 'user-agent': inHeader, traceparent: inHeader, 'x-request-id': inHeader, 'accept-language': inHeader, 'zhitong-after': inHeader },
      },
    ],
    'a grant': ['/api/v1/members', { headers: { ...bearer, 'zhitong-grant': inHeader } }],
    'a token': ['/api/v1/members', { headers: { authorization: `Bearer ${inHeader}` } }],
    'a cookie': ['/api/v1/session', { headers: { cookie: `__Host-zt=${inHeader}` } }],
    'a body that is none': ['/api/v1/members', { method: 'POST', headers: json, body: `{"name": ${text}` }],
    'a body of another kind': ['/api/v1/members', { method: 'POST', headers: { ...json, 'content-type': `text/${inHeader}` }, body: text }],
    'fields that do not fit': ['/api/v1/members', { method: 'POST', headers: json, body: JSON.stringify({ name: text, phone: text, [text]: text }) }],
    'a key': ['/api/v1/me/record/correct-contact', { method: 'POST', headers: { ...json, 'idempotency-key': inHeader }, body: '{}' }],
    'a log-in': [`/oidc/auth?client_id=${inPath}&login_hint=${inPath}&redirect_uri=${inPath}`, {}],
    'a code': [`/auth/callback?code=${inPath}&state=${inPath}`, { redirect: 'manual' }],
  };
  const asked = Object.entries(odd).map(async ([what, [path, request]]) => {
    const response = await fetch(`${url}${path}`, { ...request, signal: AbortSignal.timeout(20_000) });
    await response.text();
    return [what, response.status] as const;
  });
  return Object.fromEntries(await Promise.all(asked));
}
