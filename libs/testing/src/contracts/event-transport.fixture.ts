import { eventId, type Batch, type Consumer, type RecordedEvent } from '@zhitong/eventing';

export function recorded(stream: string, version: number, data: object = { number: version }): RecordedEvent {
  return {
    stream,
    version,
    type: 'DirectiveIssued',
    data,
    occurredAt: '2026-03-01T09:00:00.000Z',
    recordedAt: '2026-03-01T09:00:00.123Z',
    actorId: 'per_1',
    correlationId: 'cor_1',
    commandId: `cmd_${stream}_${version}`,
    logEpoch: 1,
  };
}

/** `streams` streams of `versions` events each, dealt out in turns. */
export const spread = (streams: number, versions: number): RecordedEvent[] =>
  Array.from({ length: streams * versions }, (_, at) => recorded(`organizations.directive-${at % streams}`, 1 + Math.floor(at / streams)));

/** Keeps what it is handed. */
export class Recorder {
  readonly batches: Batch[] = [];
  readonly events: RecordedEvent[] = [];
  readonly malformed: { stream: string; reason: string; raw: string }[] = [];

  consumer(before: (batch: Batch) => void = () => undefined, defer: (batch: Batch) => boolean = () => false): Pick<Consumer, 'handle'> {
    return {
      handle: async (batch) => {
        before(batch);
        if (defer(batch)) return batch.firstOffset;
        await this.take(batch);
        return batch.nextOffset;
      },
    };
  }

  async take(batch: Batch): Promise<void> {
    await batch.heartbeat();
    if (batch.messages.length > 0) this.batches.push(batch);
    for (const message of batch.messages) {
      if ('event' in message) this.events.push(message.event);
      else this.malformed.push(message.malformed);
    }
  }

  versionsOf(stream: string): number[] {
    return this.events.filter((event) => event.stream === stream).map(({ version }) => version);
  }

  partitionsOf(stream: string): number[] {
    const holding = this.batches.filter(({ messages }) => messages.some((message) => 'event' in message && message.event.stream === stream));
    return [...new Set(holding.map(({ partition }) => partition))];
  }

  positions(): ReadonlyMap<number, number> {
    return new Map(this.batches.map(({ partition, nextOffset }) => [partition, nextOffset]));
  }
}

/** Checkpoints as a read model keeps them: moved together with the effect, and only from where the batch began. */
export class Checkpoints {
  readonly regressions: string[] = [];
  private readonly offsets = new Map<string, number>();
  private readonly effects = new Set<string>();

  guard(inner: Pick<Consumer, 'handle'>): Pick<Consumer, 'handle' | 'resume'> {
    return {
      resume: (topic, partition) => Promise.resolve(this.offsets.get(`${topic}/${partition}`) ?? 0),
      handle: async (batch) => {
        const key = `${batch.topic}/${batch.partition}`;
        const at = this.offsets.get(key) ?? 0;
        if (batch.nextOffset <= at) return batch.nextOffset;
        const next = await inner.handle(batch);
        if (batch.isStale()) throw new Error('another member has the partition');
        if ((this.offsets.get(key) ?? 0) !== at) this.regressions.push(`${key} moved from ${at} while a batch was in work`);
        for (const message of batch.messages) if ('event' in message) this.effects.add(eventId(message.event));
        this.offsets.set(key, next);
        return next;
      },
    };
  }

  stored(events: readonly RecordedEvent[]): boolean {
    return events.every((event) => this.effects.has(eventId(event)));
  }
}
