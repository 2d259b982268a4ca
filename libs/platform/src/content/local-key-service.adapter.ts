import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { type KeyService, KeyUnavailable, SealBroken, type WrappedKey } from './key-service.port.ts';
import { openBytes, sealBytes } from './sealing.ts';

/** Master keys of 32 bytes by id, and the seed of all look-up keys. */
export interface MasterKeys {
  readonly current: string;
  readonly keys: ReadonlyMap<string, Uint8Array>;
  /** 32 bytes that never rotate: every look-up row depends on them. */
  readonly lookUpSeed: Uint8Array;
}

const keyBytes = 32;

/** Reads `id:base64` entries separated by spaces or commas; the first is current, the others only unwrap. @throws {KeyUnavailable} */
export function parseMasterKeys(text: string, lookUpSeed: string): MasterKeys {
  const entries = text
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .map((entry) => {
      const colon = entry.indexOf(':');
      return [entry.slice(0, colon), readKey(entry.slice(colon + 1))] as const;
    });
  const [first] = entries;
  if (first === undefined || entries.some(([id]) => id === '')) throw new KeyUnavailable('expected master keys as <id>:<base64>');
  if (new Set(entries.map(([id]) => id)).size !== entries.length) throw new KeyUnavailable('two master keys have one id');
  return { current: first[0], keys: new Map(entries), lookUpSeed: readKey(lookUpSeed) };
}

function readKey(text: string): Uint8Array {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.length !== keyBytes) throw new KeyUnavailable(`a key has ${keyBytes} bytes`);
  return bytes;
}

/** Master keys held in this process, from a file or the environment: development and single machines. */
export function createLocalKeyService({ current, keys, lookUpSeed }: MasterKeys): KeyService {
  const currentKey = keys.get(current);
  if (currentKey === undefined) throw new KeyUnavailable(`master key ${current} is not here`);
  const purposeKeys = new Map<string, KeyObject>();
  const purposeKey = (purpose: string) => {
    const known = purposeKeys.get(purpose);
    if (known !== undefined) return known;
    const key = createSecretKey(new Uint8Array(hkdfSync('sha256', lookUpSeed, new Uint8Array(), `zhitong.look-up.${purpose}`, keyBytes)));
    purposeKeys.set(purpose, key);
    return key;
  };
  const mac = (purpose: string, text: string) => createHmac('sha256', purposeKey(purpose)).update(text, 'utf8').digest('base64url');
  return {
    currentKeyId: current,
    async wrap(dataKey, owner): Promise<WrappedKey> {
      return { algorithm: 'A256GCM', masterKeyId: current, bytes: sealBytes(currentKey, dataKey, owner) };
    },
    async unwrap({ masterKeyId, bytes }, owner) {
      const key = keys.get(masterKeyId);
      if (key === undefined) throw new SealBroken('wrapped by a master key that is not listed');
      return openBytes(key, bytes, owner);
    },
    mac: async (purpose, text) => mac(purpose, text),
    macs: async (purpose, texts) => texts.map((text) => mac(purpose, text)),
  };
}
