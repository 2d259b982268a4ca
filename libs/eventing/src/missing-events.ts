import type { RecordedEvent } from './envelope.ts';
import type { Batch } from './ports/event-transport.port.ts';
import type { Gap } from './stream-order.ts';

/** Events of a stream from a version on, from the log itself; undefined when this process cannot reach the log of the stream. */
export type History = (stream: string, fromVersion: number) => Promise<readonly RecordedEvent[] | undefined>;

/** Events are missing on the way and were not found: the partition waits for them. */
export class StreamGap extends Error {
  override readonly name = 'StreamGap';
}

/**
 * The batch, cut where something is missing, with what is missing fetched from the log. It takes the offset of the event it was missed at,
 * which begins a batch of its own: a unit of work that ends inside an offset would otherwise count steps that a later reading may not find.
 * @throws {StreamGap} when the log does not have it or is out of reach.
 */
export async function mended(batch: Batch, gaps: readonly Gap[], history: History): Promise<readonly Batch[]> {
  const batches: Batch[] = [];
  let rest = batch;
  for (const gap of gaps) {
    const missing = await fetch(gap, history);
    const at = rest.messages.findIndex((message) => 'event' in message && message.event.stream === gap.stream && message.event.version === gap.version);
    const offset = rest.messages[at]?.offset ?? rest.firstOffset;
    const before = rest.messages.filter((message) => message.offset < offset);
    if (before.length > 0) batches.push({ ...rest, nextOffset: offset, messages: before });
    const after = rest.messages.filter((message) => message.offset >= offset);
    rest = { ...rest, firstOffset: offset, messages: [...missing.map((event) => ({ offset, event })), ...after] };
  }
  return [...batches, rest];
}

async function fetch({ stream, after, version }: Gap, history: History): Promise<readonly RecordedEvent[]> {
  const known = await history(stream, after + 1);
  const missing = known?.slice(0, version - after - 1) ?? [];
  if (missing.length === version - after - 1 && missing.every((event, at) => event.version === after + 1 + at)) return missing;
  const why = known === undefined ? 'its log is out of reach here' : 'its log does not have what is missing';
  throw new StreamGap(`${stream} jumps from ${after} to ${version} and ${why}`);
}
