import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { secretFile } from '../runtime/secret-file.ts';
import { parseMasterKeys, type MasterKeys } from './local-key-service.adapter.ts';

const content = z.object({ masterKeys: z.string(), lookUpSeed: z.string() });
const newKey = () => randomBytes(32).toString('base64');
const newMasterKeys = () => JSON.stringify({ masterKeys: `k1:${newKey()}`, lookUpSeed: newKey() });

/** Reads the master keys; outside production they are made at the first start. A lost file is lost data: it belongs into the backups. @throws {SecretMissing} */
export async function masterKeysAt(path: string, production = false): Promise<MasterKeys> {
  const { masterKeys, lookUpSeed } = content.parse(JSON.parse(await secretFile(path, production ? undefined : newMasterKeys)));
  return parseMasterKeys(masterKeys, lookUpSeed);
}
