import type { Fact } from '@zhitong/kernel';

/** Who acted: a person (`per_...`) or `system:<policy>`. */
export type ActorId = string;

/** What a commit says about itself; the same for all its events. */
export interface CommitMetadata {
  /** Business time, ISO instant. */
  readonly occurredAt: string;
  readonly actorId: ActorId;
  /** The person on whose behalf a policy or a colleague acts. */
  readonly onBehalfOf?: string;
  /** The organization the actor acted for. */
  readonly organizationId?: string;
  /** Id of the event or command that caused this one. */
  readonly causationId?: string;
  readonly correlationId: string;
  readonly traceparent?: string;
}

/** An event as every reader gets it: the fact and its envelope. Order and completeness hold per stream, by `version`. */
export interface RecordedEvent<Event extends Fact = Fact> extends CommitMetadata {
  /** `<context>.<category>-<id>`. */
  readonly stream: string;
  /** 1..n without gaps inside the stream. */
  readonly version: number;
  readonly type: Event['type'];
  readonly data: Event['data'];
  /** When the store recorded it, ISO instant. */
  readonly recordedAt: string;
  readonly commandId: string;
  /** Epoch of the log; bumped by a restore. */
  readonly logEpoch: number;
}

/** `organizations.directive-dir_1` -> context `organizations`, category `directive`, id `dir_1`. */
export interface StreamName {
  readonly context: string;
  readonly category: string;
  readonly id: string;
}

export function parseStream(stream: string): StreamName {
  const dot = stream.indexOf('.');
  const dash = stream.indexOf('-', dot);
  if (dot < 1 || dash < dot) throw new TypeError(`"${stream}" is no stream name, expected <context>.<category>-<id>`);
  return { context: stream.slice(0, dot), category: stream.slice(dot + 1, dash), id: stream.slice(dash + 1) };
}

/** `#` separates stream and number in stored keys and is therefore banned in ids. */
export function streamName({ context, category, id }: StreamName): string {
  if (id === '' || /[#\s]/.test(id)) throw new TypeError(`"${id}" cannot be part of a stream name`);
  return `${context}.${category}-${id}`;
}
