import type { JSONWebKeySet } from 'jose';
import { z } from 'zod';
import { secretFile } from '../runtime/secret-file.ts';
import { generateSigningKeys } from './subject-keys.ts';

const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string() })).min(1) });

export const parseSigningKeys = (text: string): JSONWebKeySet => keySet.parse(JSON.parse(text));

/** Reads the keys; outside production they are made at the first start. @throws {SecretMissing} */
export async function subjectKeysAt(path: string, production = false): Promise<JSONWebKeySet> {
  return parseSigningKeys(await secretFile(path, production ? undefined : async () => JSON.stringify(await generateSigningKeys())));
}
