import type { Log } from '@zhitong/eventing';
import type { Consumer as KafkaConsumer } from 'kafkajs';

/** Notes with the group how far it is, for lag monitors; nobody resumes from there. */
export class GroupOffsets {
  private readonly pending = new Map<string, { readonly topic: string; readonly partition: number; readonly offset: string }>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly client: KafkaConsumer,
    private readonly log: Log,
  ) {}

  start(intervalMs: number): void {
    this.timer = setInterval(() => void this.flush(), intervalMs);
  }

  note(topic: string, partition: number, next: number): void {
    this.pending.set(`${topic}/${partition}`, { topic, partition, offset: String(next) });
  }

  async flush(): Promise<void> {
    if (this.pending.size === 0) return;
    const offsets = [...this.pending.values()];
    this.pending.clear();
    try {
      await this.client.commitOffsets(offsets);
    } catch (error) {
      this.log.info({ error }, 'offsets could not be noted with the group');
    }
  }

  end(): void {
    clearInterval(this.timer);
    this.pending.clear();
  }
}
