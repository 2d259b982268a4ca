import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { tryLock, type Release } from './lock.ts';
import type { StackOptions } from './options.ts';
import { cacheDir } from './paths.ts';

const parent = join(cacheDir, 'data');
const ownEntry = /^(mongo\d|kafka|redis)(\.log|\.properties)?$/;

export interface DataFolder {
  readonly path: string;
  /** Empties it unless the data is kept, and lets others have it. */
  release(): Promise<void>;
}

/** Takes a folder for one stack alone; refuses one that a running stack uses. */
export async function takeDataFolder({ dataDir, keepData = false }: StackOptions): Promise<DataFolder> {
  await sweep();
  const path = resolve(dataDir ?? join(parent, keepData ? 'kept' : `run-${process.pid}-${randomUUID().slice(0, 8)}`));
  const unlock = await tryLock(path);
  if (unlock === undefined) throw new Error(`Another running stack uses ${path}`);
  if (!keepData) await empty(path);
  await mkdir(path, { recursive: true });
  return { path, release: () => giveBack(path, keepData, unlock) };
}

async function giveBack(path: string, keepData: boolean, unlock: Release): Promise<void> {
  if (!keepData) await empty(path);
  if (path.startsWith(join(parent, 'run-'))) await rm(path, { recursive: true, force: true });
  await unlock();
}

/** Only what a stack writes: the folder is the caller's. */
async function empty(path: string): Promise<void> {
  if (!existsSync(path)) return;
  const own = (await readdir(path)).filter((name) => ownEntry.test(name));
  await Promise.all(own.map((name) => rm(join(path, name), { recursive: true, force: true })));
}

/** Removes what runs that were killed have left. */
async function sweep(): Promise<void> {
  if (!existsSync(parent)) return;
  const runs = (await readdir(parent)).filter((name) => /^run-\d+-[\da-f]+$/.test(name));
  const left = runs.filter((name) => !existsSync(`/proc/${name.split('-')[1]}`));
  await Promise.all(left.map((name) => rm(join(parent, name), { recursive: true, force: true })));
}
