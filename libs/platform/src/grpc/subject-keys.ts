import type { Context } from '@zhitong/catalogue';
import type { Clock } from '@zhitong/eventing';
import { Rejected, type Subject } from '@zhitong/kernel';
import { createLocalJWKSet, errors, exportJWK, generateKeyPair, importJWK, jwtVerify, SignJWT, type JSONWebKeySet, type JWK } from 'jose';
import { z } from 'zod';

/** Versions that the gateway has seen; a service behind them waits. */
export interface Seen {
  readonly tree: number;
  readonly grants: number;
}
export interface VouchedSubject {
  readonly subject: Subject;
  readonly seen?: Seen;
}

/** Vouches for who is asking, towards one service. */
export interface SubjectSigner {
  sign(audience: Context, vouched: VouchedSubject): Promise<string>;
}
export interface SubjectVerifier {
  /** @throws {Rejected} `SUBJECT_INVALID` for an absent, unsigned, foreign or expired subject. */
  verify(audience: Context, token: string | undefined): Promise<VouchedSubject>;
}

const algorithm = 'EdDSA';
const tokenType = 'zt-subject+jwt';
const lifeSeconds = 60;

/** Key pairs with one new key, to be kept: the first signs, all verify. */
export async function generateSigningKeys(): Promise<JSONWebKeySet> {
  const { privateKey } = await generateKeyPair(algorithm, { crv: 'Ed25519', extractable: true });
  return { keys: [{ ...(await exportJWK(privateKey)), kid: crypto.randomUUID(), alg: algorithm, use: 'sig' }] };
}

/** What the other services need to know: no private parts. */
export const publicSubjectKeys = ({ keys }: JSONWebKeySet): JSONWebKeySet => ({ keys: keys.map(({ d: _private, ...rest }) => rest) });

/** Signs with the first key. A token is used again for half of its life by whatever the same subject asks: signing is dearer than a look-up. */
export async function createSubjectSigner({ keys: [first] }: JSONWebKeySet, clock: Clock): Promise<SubjectSigner> {
  if (first?.kid === undefined || first.d === undefined) throw new TypeError('A subject key needs a kid and its private part');
  const { kid } = first;
  const key = await importJWK(first, algorithm);
  const signed = new Map<string, { readonly token: Promise<string>; readonly until: number }>();
  return {
    sign(audience, { subject, seen }) {
      const vouched = claimsOf(subject, seen);
      const name = JSON.stringify([audience, vouched]);
      const now = Date.parse(clock.now());
      const known = signed.get(name);
      if (known && known.until > now) return known.token;
      if (signed.size >= mostTokens) signed.clear();
      const seconds = Math.floor(now / 1000);
      const token = new SignJWT(vouched)
        .setProtectedHeader({ alg: algorithm, kid, typ: tokenType })
        .setAudience(audience)
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + lifeSeconds)
        .sign(key);
      signed.set(name, { token, until: now + (lifeSeconds * 1000) / 2 });
      return token;
    },
  };
}
const mostTokens = 20_000;

/** Checks each token once and remembers whom it vouches for while it is young: callers send the same one again and again. */
export function createSubjectVerifier(keys: JSONWebKeySet, clock: Clock): SubjectVerifier {
  const known = createLocalJWKSet(publicSubjectKeys(keys));
  const verified = new Map<string, { readonly vouched: VouchedSubject; readonly from: number; readonly until: number }>();
  return {
    async verify(audience, token) {
      if (token === undefined) throw invalid();
      const name = `${audience} ${token}`;
      const now = Date.parse(clock.now());
      const earlier = verified.get(name);
      if (earlier && earlier.from <= now && now < earlier.until) return earlier.vouched;
      verified.delete(name);
      try {
        const { payload } = await jwtVerify(token, known, {
          audience,
          algorithms: [algorithm],
          typ: tokenType,
          requiredClaims: ['sub', 'exp', 'iat'],
          maxTokenAge: lifeSeconds,
          clockTolerance: 5,
          currentDate: new Date(now),
        });
        const vouched = vouchedBy(claims.parse(payload));
        if (verified.size >= mostTokens) verified.clear();
        verified.set(name, { vouched, from: now, until: 1000 * Math.min(payload.exp ?? 0, (payload.iat ?? 0) + lifeSeconds) });
        return vouched;
      } catch (error) {
        if (error instanceof errors.JOSEError || error instanceof z.ZodError) throw invalid();
        throw error;
      }
    },
  };
}

const invalid = () => new Rejected('SUBJECT_INVALID', 'The call carries no valid subject.');

const seenClaims = { treeVersion: z.int().min(0).optional(), grantVersion: z.int().min(0).optional() };
const claims = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), sub: z.string().min(1), grantId: z.string().min(1), organizationId: z.string().min(1), ...seenClaims }),
  z.object({ kind: z.literal('system'), sub: z.string().min(1), onBehalfOf: z.string().min(1).optional(), ...seenClaims }),
]);

function claimsOf(subject: Subject, seen: Seen | undefined): Record<string, unknown> {
  const versions = seen === undefined ? {} : { treeVersion: seen.tree, grantVersion: seen.grants };
  if (subject.kind === 'system') {
    const { policy, onBehalfOf } = subject;
    return { kind: 'system', sub: policy, ...(onBehalfOf === undefined ? {} : { onBehalfOf }), ...versions };
  }
  const { personId, grantId, organizationId } = subject;
  return { kind: 'person', sub: personId, grantId, organizationId, ...versions };
}

function vouchedBy(given: z.infer<typeof claims>): VouchedSubject {
  const { treeVersion: tree, grantVersion: grants } = given;
  const seen = tree === undefined || grants === undefined ? {} : { seen: { tree, grants } };
  if (given.kind === 'system') {
    const { sub, onBehalfOf } = given;
    return { subject: { kind: 'system', policy: sub, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) }, ...seen };
  }
  return { subject: { kind: 'person', personId: given.sub, grantId: given.grantId, organizationId: given.organizationId }, ...seen };
}

export type { JSONWebKeySet, JWK };
