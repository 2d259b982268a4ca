import { silentLog } from '@zhitong/eventing';
import { kafkaTopic } from '@zhitong/kafka';
import { openKafka } from '@zhitong/kafka/kafkajs.ts';
import { eventually } from '@zhitong/testing/eventually.ts';
import { randomUUID } from 'node:crypto';
import type { Deliveries } from './deliveries.ts';
import { stackOf } from './servers.ts';
import { Longest, patienceMs } from './service-under-load.ts';
import type { Site } from './site.ts';
import { add, addUnheard, parkedIn } from './subject/client.ts';
import { poisons, sickTally } from './subject/tally.ts';

/** One message in so many is poison. */
const share = 100;

/** Something bad to hand over; resolves with the stream that it has parked, if any. */
type Plant = () => Promise<string | undefined>;

/** Poison of every kind among the deliveries of a service, in turn; what comes again to a parked key queues behind. So few keys pause nobody. */
export class Planting {
  /** The stream of bytes that are no event, where the transport carries bytes: it stays parked. */
  readonly bytes: readonly string[];
  #planted = 0;
  #stopping = false;
  readonly #longest = new Longest();
  readonly #done: Promise<void>;

  constructor(private readonly deliveries: Deliveries) {
    this.bytes = deliveries.site.stack === undefined ? [] : ['organizations.tally-bytes'];
    this.#done = this.#plant();
    this.#done.catch(() => undefined); // told to whoever stops it
  }

  /** How many there were, and the longest that one waited to be parked. */
  async stop(): Promise<{ readonly planted: number; readonly longestMs: number }> {
    this.#stopping = true;
    await this.#done;
    return { planted: this.#planted, longestMs: this.#longest.ms };
  }

  async #plant(): Promise<void> {
    const { took, replica } = this.deliveries;
    const plants = this.#plants();
    const known = new Set<string>();
    for (; ; this.#planted++) {
      await eventually(() => this.#stopping || took.length >= this.#planted * share, patienceMs);
      if (this.#stopping) return;
      const stream = await plants[this.#planted % plants.length]?.();
      if (stream === undefined || known.has(stream)) continue;
      known.add(stream);
      await this.#longest.of(() => eventually(async () => (await parkedIn(replica.door)).includes(stream), patienceMs));
    }
  }

  #plants(): readonly Plant[] {
    const { deliveries } = this;
    const thrownAt = poisons.map((poison) => async () => {
      const id = sickTally(poison);
      await deliveries.hand(add, id, 1);
      return `organizations.${poison === 'Echoed' ? 'echo' : 'tally'}-${id}`;
    });
    const unheard = async () => {
      await deliveries.hand(addUnheard, `unheard${randomUUID()}`, 0);
      return undefined;
    };
    const malformed = this.bytes.map((stream) => async () => {
      await sendBytes(deliveries.site, stream);
      return stream;
    });
    return [...malformed, ...thrownAt, unheard];
  }
}

async function sendBytes(site: Site, stream: string): Promise<void> {
  const producer = openKafka({ brokers: stackOf(site).kafkaBrokers, clientId: 'planting' }, silentLog).producer();
  await producer.connect();
  await producer.send({ topic: kafkaTopic(site.prefix, 'organizations'), messages: [{ key: stream, value: 'no event' }] });
  await producer.disconnect();
}
