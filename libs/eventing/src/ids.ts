import { v5 } from 'uuid';
import type { RecordedEvent } from './envelope.ts';

/** Fixed for life: another value would give every stored event a new id. */
export const eventNamespace = '6f0d5b3e-6a0c-5c1b-9d0e-2b7f4a1c8e35';

/** uuid v5. The id of an event follows from its place and its command: it is stored nowhere, and a retry and a rebuild name it the same. */
export function eventId({ stream, version, commandId }: Pick<RecordedEvent, 'stream' | 'version' | 'commandId'>): string {
  return v5(`${stream}#${String(version)}#${commandId}`, eventNamespace);
}
