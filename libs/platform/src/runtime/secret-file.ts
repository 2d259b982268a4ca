import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const exists = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST';

/**
 * Reads a file of secrets. Where there is none it is made, readable by the owner alone: of several processes that make it at once
 * one wins and all read the same. `make` is undefined where a missing secret must end the process.
 */
export async function secretFile(path: string, make: (() => Promise<string> | string) | undefined): Promise<string> {
  if (!existsSync(path)) {
    if (!make) throw new SecretMissing(path);
    mkdirSync(dirname(path), { recursive: true });
    const draft = `${path}.${process.pid}.${Math.trunc(performance.now() * 1000)}`;
    writeFileSync(draft, await make(), { mode: 0o600 });
    try {
      linkSync(draft, path);
    } catch (error) {
      if (!exists(error)) throw error;
    } finally {
      unlinkSync(draft);
    }
  }
  return readFileSync(path, 'utf8');
}

/** Production brings its own secrets: exit 78. */
export class SecretMissing extends Error {
  override readonly name = 'SecretMissing';
  constructor(path: string) {
    super(`${path} is missing, and production makes no secrets of its own`);
  }
}
