import type { Delivered } from '@zhitong/eventing';
import type { KafkaMessage } from 'kafkajs';
import { decode, rawOf, UnreadableRecord } from './cloud-events.ts';

/** Consecutive records of one log epoch. */
export interface Slice {
  readonly firstOffset: number;
  readonly nextOffset: number;
  readonly logEpoch: number;
  readonly messages: readonly Delivered[];
}

/** An event, or a record that is none: its key is parked, nothing else. */
export function deliver(record: KafkaMessage): Delivered {
  const offset = Number(record.offset);
  try {
    return { offset, event: decode(record) };
  } catch (error) {
    if (!(error instanceof UnreadableRecord)) throw error;
    return { offset, malformed: { stream: record.key?.toString() ?? '', reason: error.message, raw: rawOf(record) } };
  }
}

/** Cuts what one fetch brought at `maxMessages` and where the epoch changes. What is no event counts to the epoch around it. */
export function* slices(records: readonly KafkaMessage[], knownEpoch: number | undefined, maxMessages: number): Generator<Slice> {
  let at = 0;
  let epoch = knownEpoch;
  while (at < records.length) {
    const messages: Delivered[] = [];
    let own: number | undefined;
    for (; at < records.length && messages.length < maxMessages; at++) {
      const message = deliver(records[at]!);
      const found = 'event' in message ? message.event.logEpoch : undefined;
      if (own !== undefined && found !== undefined && found !== own) break;
      own ??= found;
      messages.push(message);
    }
    epoch = own ?? epoch ?? 1;
    const [first, last] = [messages[0]!, messages.at(-1)!];
    yield { firstOffset: first.offset, nextOffset: last.offset + 1, logEpoch: epoch, messages };
  }
}
