import type { EphemeralStore, Log, ProgressNote } from '@zhitong/eventing';

/** Nobody reads progress again: a note is kept until every replica has heard it. */
const keptNotes = 200;

/** What the replicas of a service tell each other and the gateway. Hints only: one that is lost costs a wait, never a fact. */
export class Hints {
  readonly #progress: string;

  constructor(
    context: string,
    private readonly ephemeral: EphemeralStore,
    private readonly log: Log,
  ) {
    this.#progress = `progress:${context}`;
  }

  /** What a unit took in. */
  progressed(note: ProgressNote): void {
    this.#publish(this.#progress, JSON.stringify(note), 'progress could not be told to other replicas', keptNotes);
  }

  /** Rows of these channels changed. */
  changed(channels: readonly string[]): void {
    if (channels.length > 0) this.#publish('live', JSON.stringify({ channels }), 'a live hint could not be published');
  }

  /** Hears the progress of all replicas; resolves with the function that ends it. */
  listen(noted: (note: ProgressNote) => void): Promise<() => Promise<void>> {
    return this.ephemeral.listen(this.#progress, (_id, message) => noted(JSON.parse(message) as ProgressNote));
  }

  #publish(channel: string, message: string, otherwise: string, kept?: number): void {
    this.ephemeral.publish(channel, message, kept).catch((error: unknown) => this.log.warn({ error }, otherwise));
  }
}
