import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { parseMasterKeys, type MasterKeys } from './local-key-service.adapter.ts';

const content = z.object({ masterKeys: z.string(), lookUpSeed: z.string() });

/** Reads the master keys, or makes them at the first start, readable by the owner alone. A lost file is lost data: it belongs into the backups. */
export function masterKeysAt(path: string): MasterKeys {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    const made = { masterKeys: `k1:${randomBytes(32).toString('base64')}`, lookUpSeed: randomBytes(32).toString('base64') };
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(made), { mode: 0o600 });
    chmodSync(draft, 0o600);
    renameSync(draft, path);
  }
  const { masterKeys, lookUpSeed } = content.parse(JSON.parse(readFileSync(path, 'utf8')));
  return parseMasterKeys(masterKeys, lookUpSeed);
}
