import type { EphemeralStore } from '@zhitong/eventing';
import { exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';

const issuerKeys = z.object({ jwks: z.object({ keys: z.array(z.looseObject({ kid: z.string() })) }), cookieKeys: z.array(z.string()) });
export type IssuerKeys = z.infer<typeof issuerKeys>;

const name = 'oidc-keys';
const lifeMs = 30 * 24 * 3600_000;

/** The first gateway makes the keys of the development issuer, the others take them over. */
export async function sharedIssuerKeys(store: EphemeralStore): Promise<IssuerKeys> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: crypto.randomUUID(), alg: 'ES256', use: 'sig' };
  const made: IssuerKeys = { jwks: { keys: [key] }, cookieKeys: [crypto.randomUUID() + crypto.randomUUID()] };
  if (await store.set(name, JSON.stringify(made), lifeMs, { onlyIfAbsent: true })) return made;
  const kept = await store.get(name);
  if (kept === undefined) throw new Error('The keys of the development issuer vanished');
  return issuerKeys.parse(JSON.parse(kept));
}
