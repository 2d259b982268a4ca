import { beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JSONWebKeySet } from 'jose';
import {
  createSubjectSigner,
  createSubjectVerifier,
  generateSigningKeys,
  publicSubjectKeys,
  type SubjectSigner,
  type SubjectVerifier,
} from '../src/grpc/subject-keys.ts';

const start = Date.parse('2026-03-02T01:00:00.000Z');
const person = { subject: { kind: 'person', personId: 'per_1', grantId: 'grt_1', organizationId: 'org_1' }, seen: { tree: 7, grants: 2 } } as const;
const system = { subject: { kind: 'system', policy: 'gateway', onBehalfOf: 'per_1' } } as const;

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('the signed subject', () => {
  let time = start;
  const clock = { now: () => new Date(time).toISOString() };
  let keys: JSONWebKeySet;
  let signer: SubjectSigner;
  let verifier: SubjectVerifier;
  let key: CryptoKey;
  let kid: string;
  const seconds = () => Math.floor(time / 1000);
  const refused = (token: string | undefined) => expect(verifier.verify('members', token)).rejects.toMatchObject({ code: 'SUBJECT_INVALID' });
  const forged = (claims: object, header: object = {}) =>
    new SignJWT({ kind: 'person', sub: 'per_1', grantId: 'grt_1', organizationId: 'org_1', aud: 'members', iat: seconds(), exp: seconds() + 60, ...claims })
      .setProtectedHeader({ alg: 'EdDSA', kid, typ: 'zt-subject+jwt', ...header })
      .sign(key);

  beforeAll(async () => {
    const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
    key = pair.privateKey;
    kid = 'key-1';
    keys = { keys: [{ ...(await exportJWK(pair.privateKey)), kid, alg: 'EdDSA' }] };
    signer = await createSubjectSigner(keys, clock);
    verifier = createSubjectVerifier(publicSubjectKeys(keys), clock);
  });

  it.each([person, system])('arrives as it was vouched for (%j)', async (vouched) => {
    time = start;
    expect(await verifier.verify('members', await signer.sign('members', vouched))).toEqual(vouched);
  });
  it('SEC-08 is refused when absent', () => refused(undefined));
  it('SEC-08 is refused for another audience', async () => refused(await signer.sign('organizations', person)));
  it('SEC-08 is refused unsigned', () =>
    refused(`${base64({ alg: 'none', typ: 'zt-subject+jwt' })}.${base64({ ...person.subject, sub: 'per_1', aud: 'members' })}.`));
  it('SEC-08 is refused with a foreign key', async () => {
    const foreign = await createSubjectSigner(await generateSigningKeys(), clock);
    await refused(await foreign.sign('members', person));
  });
  it('SEC-08 is refused with a foreign key under a known kid', async () => {
    const [other] = (await generateSigningKeys()).keys;
    const foreign = await createSubjectSigner({ keys: [{ ...other, kty: 'OKP', kid }] }, clock);
    await refused(await foreign.sign('members', person));
  });
  it('SEC-08 is refused when expired', async () => {
    time = start;
    const token = await signer.sign('members', person);
    time = start + 66_000;
    await refused(token);
    time = start;
  });
  it('SEC-08 is refused when it claims a life beyond 60 s', async () => {
    time = start;
    const token = await forged({ exp: seconds() + 3600 });
    time = start + 66_000;
    await refused(token);
    time = start;
  });
  it('is refused when it is another kind of token', async () => refused(await forged({}, { typ: 'at+jwt' })));
  it('is refused without a grant', async () => refused(await forged({ grantId: undefined })));
  it('is refused with a symmetric signature made from the public key', async () => {
    const secret = new TextEncoder().encode(JSON.stringify(publicSubjectKeys(keys).keys[0]));
    const token = await new SignJWT({ kind: 'system', sub: 'gateway', aud: 'members' })
      .setProtectedHeader({ alg: 'HS256', kid, typ: 'zt-subject+jwt' })
      .setIssuedAt(seconds())
      .setExpirationTime(seconds() + 60)
      .sign(secret);
    await refused(token);
  });
  it('is signed once for all that one subject asks', async () => {
    time = start;
    const one = { ...person, language: 'zh', correlationId: 'one' };
    const other = { ...person, language: 'zh', correlationId: 'other' };
    expect(await signer.sign('funding', one)).toBe(await signer.sign('funding', other));
    expect(await signer.sign('funding', { subject: one.subject, seen: { tree: 8, grants: 2 } })).not.toBe(await signer.sign('funding', one));
  });
  it('SEC-08 is refused when expired or for another audience also after it was accepted', async () => {
    time = start;
    const token = await signer.sign('members', person);
    expect(await verifier.verify('members', token)).toEqual(person);
    await expect(verifier.verify('funding', token)).rejects.toMatchObject({ code: 'SUBJECT_INVALID' });
    await refused(`${token.slice(0, -4)}AAAA`);
    time = start + 66_000;
    await refused(token);
    time = start;
  });
  it('is signed anew before it runs out', async () => {
    time = start;
    const token = await signer.sign('funding', person);
    expect(await signer.sign('funding', person)).toBe(token);
    time = start + 31_000;
    expect(await signer.sign('funding', person)).not.toBe(token);
    time = start;
  });
  it('publishes no private part', () => expect(JSON.stringify(publicSubjectKeys(keys))).not.toContain('"d"'));
});
