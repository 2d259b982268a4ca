import { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';

const testedVersion = '7.9.0';
const require = createRequire(import.meta.url);

/** A connection of the driver from inside, as far as the patch touches it. */
interface DriverConnection extends EventEmitter {
  readonly error: Error | null;
  writeCommand(command: unknown, options: unknown): Promise<void>;
}

/** The patch is written against the inside of one version, so no other is accepted. */
function assertVersion(): void {
  const { version }: { version: string } = require('mongodb/package.json');
  if (version !== testedVersion) throw new Error(`mongodb ${version} is not the tested ${testedVersion}: check the patch of its inside first`);
}

/**
 * A command that is written to a socket whose server was killed a moment before waits for the socket to drain, which it never does: no
 * error comes, no timeout of the driver covers the wait, and whoever asked is never answered. The end of the connection ends it here.
 */
export function endWritesWithTheirConnection(): void {
  const { Connection }: { Connection: { prototype: DriverConnection & { ended?: true } } } = require('mongodb/lib/cmap/connection');
  const { prototype } = Connection;
  if (prototype.ended) return;
  assertVersion();
  const original = prototype.writeCommand;
  prototype.ended = true;
  prototype.writeCommand = async function write(this: DriverConnection, command, options): Promise<void> {
    const { promise: closed, reject } = Promise.withResolvers<never>();
    const onClose = (): void => {
      reject(this.error ?? new Error('The connection was closed'));
    };
    this.once('close', onClose);
    try {
      await Promise.race([original.call(this, command, options), closed]);
    } finally {
      this.off('close', onClose);
    }
  };
}
