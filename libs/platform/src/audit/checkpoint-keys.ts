import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { JSONWebKeySet } from 'jose';
import { secretFile } from '../runtime/secret-file.ts';
import { parseSigningKeys } from '../grpc/subject-key-file.ts';
import { generateSigningKeys } from '../grpc/subject-keys.ts';

export interface Signature {
  readonly algorithm: 'Ed25519';
  readonly keyId: string;
  /** base64url */
  readonly signature: string;
}

/** Signs with the first key, believes all of them: a new key is put in front, the retired ones stay (their private part may go). */
export interface CheckpointKeys {
  sign(text: string): Signature;
  believes(text: string, signature: Signature): boolean;
}

/** @throws {TypeError} when the first key cannot sign. */
export function checkpointKeys({ keys }: JSONWebKeySet): CheckpointKeys {
  const [first] = keys;
  if (first?.kid === undefined || first.d === undefined) throw new TypeError('The first audit key needs a kid and its private part');
  const { kid: keyId } = first;
  const own = createPrivateKey({ key: first, format: 'jwk' });
  const known = new Map(keys.map(({ d: _private, ...key }) => [key.kid, createPublicKey({ key: key, format: 'jwk' })]));
  return {
    sign: (text) => ({ algorithm: 'Ed25519', keyId, signature: sign(null, Buffer.from(text), own).toString('base64url') }),
    believes(text, signed) {
      const key = known.get(signed.keyId);
      return signed.algorithm === 'Ed25519' && key !== undefined && verify(null, Buffer.from(text), key, Buffer.from(signed.signature, 'base64url'));
    },
  };
}

/** Reads the keys; outside production they are made at the first start. @throws {SecretMissing} */
export async function checkpointKeysAt(path: string, production = false): Promise<CheckpointKeys> {
  const make = production ? undefined : async () => JSON.stringify(await generateSigningKeys());
  return checkpointKeys(parseSigningKeys(await secretFile(path, make)));
}
