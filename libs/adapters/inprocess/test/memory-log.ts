import type { OrderedLog, RecordedEvent } from '@zhitong/eventing';

/** An ordered log in memory whose positions have holes. */
export class MemoryLog implements OrderedLog {
  readonly epoch = 1;
  reads = 0;
  private readonly commits: { readonly position: number; readonly events: readonly RecordedEvent[] }[] = [];
  private readonly listeners = new Set<() => void>();

  constructor(readonly context: string) {}

  append(events: readonly RecordedEvent[]): void {
    this.commits.push({ position: this.head() + 1 + (this.commits.length % 3 === 2 ? 4 : 0), events });
    this.listeners.forEach((tell) => tell());
  }
  read(after: number, limit: number) {
    this.reads += 1;
    const from = this.commits.findIndex(({ position }) => position > after);
    return from < 0 ? [] : this.commits.slice(from, from + limit);
  }
  head(): number {
    return this.commits.at(-1)?.position ?? 0;
  }
  onAppended(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
