import type { EphemeralStore, Log, ProgressNote } from '@zhitong/eventing';

/** Nobody reads progress again: a note is kept until every replica has heard it. */
const keptNotes = 200;

/** What the replicas of a service tell each other and the gateway. Hints only: one that is lost costs a wait, never a fact. */
export class Hints {
  readonly #progress: string;
  #lost = 0;

  constructor(
    context: string,
    private readonly ephemeral: Pick<EphemeralStore, 'publish' | 'listen'>,
    private readonly log: Log,
  ) {
    this.#progress = `progress:${context}`;
  }

  /** What a unit took in. */
  progressed(note: ProgressNote): void {
    this.#publish(this.#progress, JSON.stringify(note), keptNotes);
  }

  /** Rows of these channels changed. */
  changed(channels: readonly string[]): void {
    if (channels.length > 0) this.#publish('live', JSON.stringify({ channels }));
  }

  /** Hears the progress of all replicas; resolves with the function that ends it. */
  listen(noted: (note: ProgressNote) => void): Promise<() => Promise<void>> {
    return this.ephemeral.listen(this.#progress, (_id, message) => noted(JSON.parse(message) as ProgressNote));
  }

  /** An outage is told when it begins and when it has ended, not once for each hint. */
  #publish(channel: string, message: string, kept?: number): void {
    this.ephemeral.publish(channel, message, kept).then(
      () => {
        if (this.#lost > 0) this.log.info({ count: this.#lost }, 'replicas and gateways hear of progress and changes again');
        this.#lost = 0;
      },
      (error: unknown) => {
        if (this.#lost++ === 0) this.log.warn({ error }, 'replicas and gateways do not hear of progress and changes');
      },
    );
  }
}
