import { partitionCount, RunningConsumptions, silentLog, type BackoffLimits, type EventTransport, type Log, type OrderedLog } from '@zhitong/eventing';
import { createGroup } from './group.ts';
import { startMember } from './member.ts';
import { topicOf, type Topic } from './topic.ts';

export interface InProcessOptions {
  /** Whether a stream is kept apart on `<context>.restricted`. */
  readonly restricted: (stream: string) => boolean;
  readonly log?: Log;
  readonly chunkCommits?: number;
  readonly batchEvents?: number;
  readonly silentOffsets?: number;
  readonly backoff?: BackoffLimits;
}

/**
 * Delivers straight from ordered logs inside one process. Offsets are positions of the log: a commit is never split between batches, and
 * all its messages carry its position. The end of each partition is the end of the log, so a batch may come without messages: once when a
 * partition first reaches the end, and whenever its checkpoint would fall far behind.
 */
export function createInProcessTransport(logs: readonly OrderedLog[], options: InProcessOptions): EventTransport {
  const { restricted, log = silentLog, chunkCommits = 2_000, batchEvents = 500, silentOffsets = 10_000 } = options;
  const backoff = options.backoff ?? { minMs: 50, maxMs: 10_000 };
  const topics = new Map<string, Topic>(
    logs
      .flatMap((ordered) => [topicOf(ordered.context, ordered, (stream) => !restricted(stream)), topicOf(`${ordered.context}.restricted`, ordered, restricted)])
      .map((topic) => [topic.name, topic]),
  );
  /** Of each name once: a rebuild has a name of its own, and there are few. */
  const groups = new Map<string, ReturnType<typeof createGroup>>();
  const running = new RunningConsumptions();

  const find = (name: string): Topic => {
    const topic = topics.get(name);
    if (topic === undefined) throw new RangeError(`there is no topic ${name}, only ${[...topics.keys()].join(', ')}`);
    return topic;
  };

  return {
    async consume(consumer) {
      const found = consumer.topics.map(find);
      const group = groups.get(consumer.group) ?? createGroup();
      groups.set(consumer.group, group);
      return running.add(startMember(consumer, found, group.join(), { log, chunkCommits, batchEvents, silentOffsets, backoff }));
    },
    async starts(topic) {
      find(topic);
      return new Array<number>(partitionCount).fill(0);
    },
    async ends(topic) {
      return new Array<number>(partitionCount).fill(find(topic).end());
    },
    async close() {
      await running.stop();
    },
  };
}
