import { topicOf } from '@zhitong/catalogue';
import { eventId, parseStream, type AppendOutcome, type EventStore, type EventTransport, type RecordedEvent } from '@zhitong/eventing';
import type { ServiceAdapters } from '@zhitong/platform';

/** Sees what is appended and which service has read it: a test knows when nothing is under way any more. */
export class Deliveries {
  readonly #appended: RecordedEvent[] = [];
  readonly #topics = new Map<string, readonly string[]>();
  readonly #read = new Map<string, Set<string>>();

  /** Everything appended so far, over all services. */
  get events(): readonly RecordedEvent[] {
    return this.#appended;
  }

  watch(adapters: ServiceAdapters): ServiceAdapters {
    return { ...adapters, store: this.#watchedStore(adapters.store), transport: this.#watchedTransport(adapters.transport) };
  }

  /** True when every service has read every event of its topics. */
  done(): boolean {
    const count = this.#appended.length;
    const read = [...this.#topics].every(([group, topics]) =>
      this.#appended.every((event) => {
        const { context, category } = parseStream(event.stream);
        return !topics.includes(topicOf(context, category)) || this.#read.get(group)?.has(eventId(event)) === true;
      }),
    );
    return read && count === this.#appended.length;
  }

  #watchedStore(store: EventStore): EventStore {
    const noted = (outcome: AppendOutcome): AppendOutcome => {
      if (outcome.outcome === 'appended') this.#appended.push(...outcome.commit.events);
      return outcome;
    };
    return {
      context: store.context,
      append: async (commit) => noted(await store.append(commit)),
      appendAll: (commits) => store.appendAll(commits),
      load: (stream, fromVersion) => store.load(stream, fromVersion),
      findCommit: (stream, commandId) => store.findCommit(stream, commandId),
      close: () => store.close(),
    };
  }

  #watchedTransport(transport: EventTransport): EventTransport {
    return {
      starts: (topic) => transport.starts(topic),
      ends: (topic) => transport.ends(topic),
      close: () => transport.close(),
      consume: (consumer) => {
        this.#topics.set(consumer.group, consumer.topics);
        const read = this.#read.get(consumer.group) ?? new Set();
        this.#read.set(consumer.group, read);
        return transport.consume({
          ...consumer,
          resume: (topic, partition) => consumer.resume(topic, partition),
          async handle(batch) {
            const next = await consumer.handle(batch);
            for (const message of batch.messages) if ('event' in message && message.offset < next) read.add(eventId(message.event));
            return next;
          },
        });
      },
    };
  }
}
