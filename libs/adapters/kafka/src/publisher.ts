import type { EventPublisher, Log, RecordedEvent } from '@zhitong/eventing';
import type { Kafka, Producer } from 'kafkajs';
import { encode } from './cloud-events.ts';
import { createPartitioner } from './partitioner.ts';

type Message = ReturnType<typeof encode>;

/** All records of a request for one partition travel as one batch, which the broker refuses above 1 MB. */
const requestBytes = 768 * 1024;
const envelopeBytes = 1024;

/**
 * Sends with one idempotent producer, `acks=all`, one request at a time. After any failure the producer is given up: its sequence numbers
 * can no longer be trusted (tulios/kafkajs#598), and the caller repeats from its checkpoint anyway.
 */
export class KafkaPublisher implements EventPublisher {
  private producer: Promise<Producer> | undefined;
  private sending = false;

  constructor(
    private readonly kafka: Kafka,
    private readonly ensureTopic: (topic: string) => Promise<string>,
    private readonly log: Log,
  ) {}

  async publish(topic: string, events: readonly RecordedEvent[]): Promise<void> {
    if (this.sending) throw new Error('a send is still under way, a second one could overtake it');
    this.sending = true;
    try {
      const name = await this.ensureTopic(topic);
      const producer = await (this.producer ??= this.connect());
      for (const messages of requests(events)) await producer.send({ topic: name, messages, acks: -1, timeout: 15_000 });
    } catch (error) {
      this.giveUp();
      throw error;
    } finally {
      this.sending = false;
    }
  }

  async close(): Promise<void> {
    const producer = this.producer;
    this.producer = undefined;
    await producer?.then(
      (connected) => connected.disconnect(),
      () => undefined, // one that never connected needs no end
    );
  }

  private async connect(): Promise<Producer> {
    const producer = this.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      createPartitioner,
      allowAutoTopicCreation: false,
      retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 3 },
    });
    await producer.connect();
    return producer;
  }

  private giveUp(): void {
    this.close().catch((error: unknown) => this.log.info({ error }, 'a producer that was given up could not be closed'));
  }
}

function* requests(events: readonly RecordedEvent[]): Generator<Message[]> {
  let messages: Message[] = [];
  let bytes = 0;
  for (const message of events.map(encode)) {
    const size = Buffer.byteLength(message.value) + envelopeBytes;
    if (messages.length > 0 && bytes + size > requestBytes) {
      yield messages;
      messages = [];
      bytes = 0;
    }
    messages.push(message);
    bytes += size;
  }
  if (messages.length > 0) yield messages;
}
