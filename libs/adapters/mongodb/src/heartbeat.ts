import type { TailSource } from './tail-source.ts';
import { durable } from './concerns.ts';
import { isOutage } from './failures.ts';

/** Collection of the one document that is written to see it come by the change stream. */
export const heartbeats = 'heartbeats';

/** Writes the heartbeat document of a context until it is stopped. */
export class Heartbeat {
  readonly #source: TailSource;
  readonly #timer: NodeJS.Timeout;
  #writing = false;

  constructor(source: TailSource) {
    this.#source = source;
    this.#timer = setInterval(() => void this.#beat(), source.times.heartbeatMs);
    void this.#beat();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** A missed beat needs no care: the silence that follows is what the watchdog waits for. */
  async #beat(): Promise<void> {
    if (this.#writing) return;
    this.#writing = true;
    const { database, context, log } = this.#source;
    try {
      const collection = database.collection<{ readonly _id: string; readonly at: Date }>(heartbeats);
      await collection.updateOne({ _id: context }, { $currentDate: { at: true } }, { ...durable, upsert: true });
    } catch (error) {
      if (!isOutage(error)) throw error;
      log.warn({ context, reason: error.message }, 'The heartbeat of the log was not written');
    } finally {
      this.#writing = false;
    }
  }
}
