import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of its own that can be filled and emptied without touching that of the machine. */
export interface SmallDisk {
  readonly path: string;
  /** Takes the room there is, all of it or but for so many bytes. */
  fill(leaving?: number): void;
  /** Gives it back. */
  empty(): void;
  remove(): void;
}

const command = (name: string, ...args: readonly string[]): void => {
  const { status, stderr, error } = spawnSync(name, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name} ${args.join(' ')} failed: ${error?.message ?? stderr}`);
};

function roomAt(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}

/** Mounts a tmpfs, for which one has to be root, in a namespace of one's own if need be (`unshare -Urm`). @throws where that is not allowed. */
export function mountSmallDisk(megabytes: number): SmallDisk {
  const path = mkdtempSync(join(tmpdir(), 'zhitong-disk-'));
  command('mount', '-t', 'tmpfs', '-o', `size=${String(megabytes)}m`, 'zhitong-small-disk', path);
  const ballast = join(path, 'ballast');
  return {
    path,
    fill(leaving = 0) {
      const piece = Buffer.alloc(64 * 1024);
      try {
        while (leaving === 0 || roomAt(path) > leaving) appendFileSync(ballast, piece);
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
      }
    },
    empty: () => {
      rmSync(ballast, { force: true });
    },
    remove() {
      command('umount', path);
      rmSync(path, { recursive: true, force: true });
    },
  };
}
