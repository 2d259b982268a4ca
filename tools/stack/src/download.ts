import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { exclusively } from './lock.ts';
import { cacheDir } from './paths.ts';

export function isCached(name: string): boolean {
  return existsSync(join(cacheDir, name));
}

/** The folder `name` of the cache, filled once: whoever sees it sees it complete. */
export async function cached(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const target = join(cacheDir, name);
  if (isCached(name)) return target;
  return exclusively(`download ${target}`, async () => {
    if (isCached(name)) return target;
    const draft = `${target}.draft`;
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft, { recursive: true });
    await fill(draft);
    await rename(draft, target);
    return target;
  });
}
