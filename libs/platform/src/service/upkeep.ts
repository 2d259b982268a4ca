import type { Log } from '@zhitong/eventing';

export interface Chore {
  /** What could not be done, for operators. */
  readonly otherwise: string;
  run(): Promise<unknown>;
  /** Not more often than this; by default each round. */
  readonly everyMs?: number;
}

/** Does its chores round after round, one after the other. One that fails holds up no other and is done again in the next round. */
export class Upkeep {
  readonly #due = new Map<Chore, number>();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(
    private readonly chores: readonly Chore[],
    private readonly everyMs: number,
    private readonly log: Log,
  ) {}

  start(): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#running = this.#round().finally(() => this.start());
    }, this.everyMs);
  }

  /** Ends with the round in work. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  async #round(): Promise<void> {
    for (const chore of this.chores) {
      if (this.#stopped || performance.now() < (this.#due.get(chore) ?? 0)) continue;
      try {
        await chore.run();
        this.#due.set(chore, performance.now() + (chore.everyMs ?? 0));
      } catch (error) {
        this.log.warn({ error }, chore.otherwise);
      }
    }
  }
}
