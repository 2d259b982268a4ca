import { Metadata } from '@grpc/grpc-js';
import type { Clock } from '@zhitong/eventing';
import { actorIdOf, Rejected, type Call, type Subject, type Language } from '@zhitong/kernel';
import { bodyHash, commandIdOf } from '../service/carry-out.ts';
import type { Seen, VouchedSubject } from './subject-keys.ts';

/** What a caller sends beside the body. */
export interface Outgoing {
  readonly subject: Subject;
  readonly seen?: Seen;
  /** Required by commands: a repetition with the same key is answered with the first receipt. */
  readonly idempotencyKey?: string;
  readonly ifVersion?: number;
  readonly after?: Readonly<Record<string, number>>;
  readonly language: Language;
  readonly correlationId: string;
  readonly traceparent?: string;
  /** Shorter than the usual deadline of the kind of operation. */
  readonly deadlineMs?: number;
}

const names = {
  subject: 'x-subject',
  key: 'x-idempotency-key',
  ifVersion: 'x-if-version',
  after: 'x-after',
  language: 'x-language',
  correlationId: 'x-correlation-id',
  traceparent: 'traceparent',
} as const;

export function metadataOf(outgoing: Outgoing, token: string): Metadata {
  const metadata = new Metadata();
  const set = (name: string, value: string | number | undefined) => value !== undefined && metadata.set(name, String(value));
  set(names.subject, token);
  set(names.key, outgoing.idempotencyKey);
  set(names.ifVersion, outgoing.ifVersion);
  set(names.language, outgoing.language);
  set(names.correlationId, outgoing.correlationId);
  set(names.traceparent, outgoing.traceparent);
  const after = Object.entries(outgoing.after ?? {}).map(([stream, version]) => `${stream}=${version}`);
  if (after.length > 0) set(names.after, after.join(','));
  return metadata;
}

const first = (metadata: Metadata, name: string): string | undefined => {
  const [value] = metadata.get(name);
  return value === undefined ? undefined : String(value);
};

export const subjectToken = (metadata: Metadata): string | undefined => first(metadata, names.subject);

interface Incoming {
  readonly operation: { readonly name: string; readonly kind: 'command' | 'query' };
  readonly input: unknown;
  readonly metadata: Metadata;
  readonly vouched: VouchedSubject;
  readonly clock: Clock;
}

/** Everything about a call that is not its body; nothing repeats a query, which goes by its correlation. @throws {Rejected} `VALIDATION_FAILED` for a command without a key. */
export function callOf({ operation, input, metadata, vouched: { subject, seen }, clock }: Incoming): Call {
  const correlationId = first(metadata, names.correlationId) ?? crypto.randomUUID();
  const key = first(metadata, names.key);
  if (operation.kind === 'command' && key === undefined) throw new Rejected('VALIDATION_FAILED', 'A command needs an idempotency key.');
  const traceparent = first(metadata, names.traceparent);
  const ifVersion = first(metadata, names.ifVersion);
  const after = first(metadata, names.after);
  return {
    subject,
    now: clock.now(),
    commandId: key === undefined ? correlationId : commandIdOf('call', actorIdOf(subject), operation.name, key),
    bodyHash: key === undefined ? '' : bodyHash(input, key),
    correlationId,
    language: first(metadata, names.language) === 'zh' ? 'zh' : 'en',
    ...(traceparent === undefined ? {} : { traceparent }),
    ...(ifVersion === undefined ? {} : { ifVersion: wholeNumber(ifVersion, names.ifVersion) }),
    ...(after === undefined ? {} : { after: positions(after) }),
    ...(seen === undefined ? {} : { seen }),
  };
}

const positions = (text: string): Record<string, number> =>
  Object.fromEntries(
    text.split(',').map((part) => {
      const at = part.lastIndexOf('=');
      return [part.slice(0, at), wholeNumber(part.slice(at + 1), names.after)];
    }),
  );

function wholeNumber(text: string, name: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new Rejected('VALIDATION_FAILED', `${name} holds no version.`);
  return Number(text);
}
