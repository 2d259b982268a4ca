import type { Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';

export interface WayOptions {
  readonly from: Socket;
  readonly to: Socket;
  /** Milliseconds that a piece of so many bytes is on its way; later ones wait behind it. */
  readonly waitOf: (bytes: number) => number;
  /** True for bytes that never arrive. */
  readonly drops?: () => boolean;
}

/** One direction of a connection. */
export interface Way {
  /** While held nothing is taken from the sender, whose own buffers fill as on a dead line. */
  hold(held: boolean): void;
}

/** Passes bytes on in their order, then the end; a reset goes on as a reset. */
export function createWay({ from, to, waitOf, drops = () => false }: WayOptions): Way {
  let held = false;
  let busy = false;
  let underWay = Promise.resolve();
  const flow = () => (held || busy ? from.pause() : from.resume());
  const afterThose = (work: () => void): void => {
    underWay = underWay.then(work);
  };
  /** One piece at a time where it takes long: a slow way pushes back at the sender instead of piling up here. */
  const pass = async (bytes: Buffer, wait: number): Promise<void> => {
    if (wait > 0) await setTimeout(wait);
    if (!to.destroyed && !to.write(bytes)) await takesMore(to);
    busy = false;
    flow();
  };
  from.on('data', (bytes) => {
    if (drops()) return;
    busy = true;
    flow();
    underWay = underWay.then(() => pass(bytes, waitOf(bytes.length)));
  });
  from.on('end', () => {
    afterThose(() => {
      if (!drops()) to.end();
    });
  });
  from.on('close', (failed) => {
    afterThose(() => {
      if (failed) to.resetAndDestroy();
      else to.destroySoon();
    });
  });
  return {
    hold(now) {
      held = now;
      flow();
    },
  };
}

/** Resolves once the socket takes more, or nothing any more; what it failed of is told elsewhere. */
function takesMore(to: Socket): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const done = (): void => {
    to.off('drain', done).off('close', done);
    resolve();
  };
  to.on('drain', done).on('close', done);
  return promise;
}
