import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { JSONWebKeySet } from 'jose';
import { z } from 'zod';
import { generateSubjectKeys } from './subject-keys.ts';

const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string() })).min(1) });

export const parseSubjectKeys = (text: string): JSONWebKeySet => keySet.parse(JSON.parse(text));

/** Reads the keys, or makes and keeps them at the first start, readable by the owner alone. */
export async function subjectKeysAt(path: string): Promise<JSONWebKeySet> {
  if (existsSync(path)) return parseSubjectKeys(readFileSync(path, 'utf8'));
  const keys = await generateSubjectKeys();
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(keys), { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, path);
  return keys;
}
