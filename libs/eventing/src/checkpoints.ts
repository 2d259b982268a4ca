import { Kept } from './kept.ts';
import type { Checkpoint, ReadModelStore } from './ports/read-model-store.port.ts';

const place = (topic: string, partition: number) => `${topic}/${partition}`;

/** The stored positions of one subscription, read once and then followed in memory. */
export class Checkpoints {
  readonly #known: Kept<Map<string, Checkpoint>>;

  constructor(
    store: ReadModelStore,
    readonly subscription: string,
    /** Told whenever they were read. */
    wereRead: () => void,
  ) {
    this.#known = new Kept(async () => {
      const rows = await store.checkpoints(subscription);
      wereRead();
      return new Map(rows.map(({ topic, partition, ...checkpoint }) => [place(topic, partition), checkpoint]));
    });
  }

  async of(topic: string, partition: number): Promise<Checkpoint | undefined> {
    return (await this.#known.get()).get(place(topic, partition));
  }

  async moved(topic: string, partition: number, to: Checkpoint): Promise<void> {
    (await this.#known.get()).set(place(topic, partition), to);
  }

  async positions(): Promise<Readonly<Record<string, number>>> {
    return Object.fromEntries([...(await this.#known.get())].map(([key, { offset }]) => [key, offset]));
  }

  forget(): void {
    this.#known.forget();
  }
}

/** Before the first event of a log. */
export const beginning = (logEpoch: number): Checkpoint => ({ offset: 0, part: 0, logEpoch });
