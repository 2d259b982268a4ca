import { hash } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export type Release = () => Promise<void>;

/**
 * A lock between processes: an abstract Unix socket (Linux) of that name. The kernel drops it with its process,
 * so a crash leaves nothing stale behind, which no lock file can promise.
 */
export function tryLock(name: string): Promise<Release | undefined> {
  const server = createServer().unref();
  const address = `\0zhitong-stack-${hash('sha256', name).slice(0, 32)}`;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen(address, () => {
      resolve(
        () =>
          new Promise((released) =>
            server.close(() => {
              released();
            }),
          ),
      );
    });
  });
}

/** Waits for its turn, without end: a first download on a slow line may take many minutes. */
export async function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
  for (;;) {
    const release = await tryLock(name);
    if (release) return work().finally(release);
    await pause(200);
  }
}
