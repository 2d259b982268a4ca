/** A data key as it is stored: useless without the master key that it names. */
export interface WrappedKey {
  readonly algorithm: 'A256GCM';
  /** Which master key wraps it. */
  readonly masterKeyId: string;
  /** Base64url. */
  readonly bytes: string;
}

/**
 * Keeper of the master keys (a file, an HSM, a key management service). Master keys never leave it.
 * @throws {KeyUnavailable} when it cannot answer: nothing is sealed or opened then.
 */
export interface KeyService {
  /** Newest master key: what new keys are wrapped under. */
  readonly currentKeyId: string;
  /** `owner` is bound into the wrapping: a key moved to another owner does not unwrap. */
  wrap(dataKey: Uint8Array, owner: string): Promise<WrappedKey>;
  /** @throws {SealBroken} when the bytes were altered or belong to another owner. */
  unwrap(wrapped: WrappedKey, owner: string): Promise<Uint8Array>;
  /** Keyed digest (HMAC-SHA-256, base64url) under a key of that purpose that no rotation changes: look-ups. */
  mac(purpose: string, text: string): Promise<string>;
  /** Many at once, in order. */
  macs(purpose: string, texts: readonly string[]): Promise<readonly string[]>;
}

export class KeyUnavailable extends Error {
  override readonly name = 'KeyUnavailable';
}

/** Ciphertext that was altered, moved to another owner, or sealed under another key: an alarm, never an empty answer. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}
