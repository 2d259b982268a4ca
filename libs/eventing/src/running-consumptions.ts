import type { Consumption } from './ports/event-transport.port.ts';

/** What reads from a transport now, so that all of it can be stopped with it; what was stopped by itself is let go. */
export class RunningConsumptions {
  readonly #running = new Set<Consumption>();

  add(consumption: Consumption): Consumption {
    const tracked: Consumption = {
      stop: () => consumption.stop().finally(() => this.#running.delete(tracked)),
      rewind: () => consumption.rewind(),
      stalledFor: () => consumption.stalledFor(),
    };
    this.#running.add(tracked);
    return tracked;
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#running].map((consumption) => consumption.stop()));
  }
}
