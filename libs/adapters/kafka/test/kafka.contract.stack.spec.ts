import { randomUUID } from 'node:crypto';
import { openKafkaTransport, kafkaTopic } from '@zhitong/kafka';
import { eventTransportContract } from '@zhitong/testing/contracts/event-transport.contract.ts';
import { Kafka } from 'kafkajs';
import { kafkaBrokers } from '@zhitong/testing/suite-servers.ts';

eventTransportContract(
  'Kafka',
  async () => {
    const prefix = `test-${randomUUID().slice(0, 8)}`;
    const brokers = kafkaBrokers();
    const transport = openKafkaTransport({
      brokers,
      clientId: 'contract',
      contexts: ['organizations'],
      prefix,
      consumers: { sessionTimeoutMs: 6_000, heartbeatMs: 200, maxWaitMs: 200 },
      backoff: { minMs: 1, maxMs: 50 },
    });
    const kafka = new Kafka({ brokers: [...brokers], clientId: 'contract-planter', logLevel: 0 });
    return {
      transport,
      restrictedCategory: 'interview',
      async publish(events) {
        for (const restricted of [false, true]) {
          const own = events.filter(({ stream }) => stream.startsWith('organizations.interview-') === restricted);
          if (own.length > 0) await transport.publisher.publish(restricted ? 'organizations.restricted' : 'organizations', own);
        }
      },
      async plantMalformed(stream) {
        const producer = kafka.producer();
        await producer.connect();
        await producer.send({ topic: kafkaTopic(prefix, 'organizations'), messages: [{ key: stream, value: 'not an event' }] });
        await producer.disconnect();
      },
      async close() {
        await transport.close();
        const admin = kafka.admin();
        await admin.connect();
        const topics = (await admin.listTopics()).filter((name) => name.startsWith(`${prefix}.`));
        if (topics.length > 0) await admin.deleteTopics({ topics });
        await admin.disconnect();
      },
    };
  },
  { carriesBytes: true },
);
