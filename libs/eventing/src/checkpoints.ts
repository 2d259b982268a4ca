import type { Checkpoint, ReadModelStore } from './ports/read-model-store.port.ts';

const place = (topic: string, partition: number) => `${topic}/${partition}`;

/** The stored positions of one subscription, read once and then followed in memory. */
export class Checkpoints {
  #known: Promise<Map<string, Checkpoint>> | undefined;

  constructor(
    private readonly store: ReadModelStore,
    readonly subscription: string,
  ) {}

  async of(topic: string, partition: number): Promise<Checkpoint | undefined> {
    return (await this.#load()).get(place(topic, partition));
  }

  async moved(topic: string, partition: number, to: Checkpoint): Promise<void> {
    (await this.#load()).set(place(topic, partition), to);
  }

  async positions(): Promise<Readonly<Record<string, number>>> {
    return Object.fromEntries([...(await this.#load())].map(([key, { offset }]) => [key, offset]));
  }

  forget(): void {
    this.#known = undefined;
  }

  #load(): Promise<Map<string, Checkpoint>> {
    const known = (this.#known ??= this.store
      .checkpoints(this.subscription)
      .then((rows) => new Map(rows.map(({ topic, partition, ...checkpoint }) => [place(topic, partition), checkpoint]))));
    known.catch(() => this.forget());
    return known;
  }
}

/** Before the first event of a log. */
export const beginning = (logEpoch: number): Checkpoint => ({ offset: 0, part: 0, logEpoch });
