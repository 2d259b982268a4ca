import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { resultCode } from './database.ts';

/** Another process works on the folder: exit 75. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
  constructor(readonly folder: string) {
    super(`Another process works on ${folder}`);
  }
}

export interface FolderLock {
  release(): void;
}

const busy = 5;
/** A lock nobody refers to any more would be collected, and closed with that. */
const held = new Set<DatabaseSync>();

/**
 * Makes this process the only one on a data folder, which is created when it is missing. The operating system holds the lock, so
 * it ends with the process however that ends.
 * @throws {FolderInUse}
 */
export function lockDataFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true });
  const lock = new DatabaseSync(join(folder, 'lock.db'), { timeout: 0 });
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw resultCode(error) === busy ? new FolderInUse(folder) : error;
  }
  held.add(lock);
  return {
    release: () => {
      held.delete(lock);
      if (lock.isOpen) lock.close();
    },
  };
}
