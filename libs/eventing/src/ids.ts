import { hash } from 'node:crypto';
import type { RecordedEvent } from './envelope.ts';

/** Fixed for life: another value would give every stored event a new id. */
export const eventNamespace = '6f0d5b3e-6a0c-5c1b-9d0e-2b7f4a1c8e35';

/** uuid v5. The id of an event follows from its place and its command: it is stored nowhere, and a retry and a rebuild name it the same. */
export function eventId({ stream, version, commandId }: Pick<RecordedEvent, 'stream' | 'version' | 'commandId'>): string {
  return eventIdOf(`${stream}#${String(version)}#${commandId}`);
}

/** Makes the ids of names in one namespace: uuid v5 (RFC 9562, 5.5), several times as fast as by hand of `uuid`, for it is made of every event on its way. */
export function namedIds(namespace: string): (name: string) => string {
  const prefix = Buffer.from(namespace.replaceAll('-', ''), 'hex');
  return (name) => {
    const digest = hash('sha1', Buffer.concat([prefix, Buffer.from(name)]), 'hex');
    const variant = ((parseInt(digest.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
    return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-5${digest.slice(13, 16)}-${variant}${digest.slice(18, 20)}-${digest.slice(20, 32)}`;
  };
}

const eventIdOf = namedIds(eventNamespace);
