import { v5 } from 'uuid';

/** Fixed for life: another value would give every stored event a new id. */
export const eventNamespace = '6f0d5b3e-6a0c-5c1b-9d0e-2b7f4a1c8e35';

/** The id of an event follows from its place and its command, so a retry and a rebuild name it the same. */
export function eventId(stream: string, version: number, commandId: string): string {
  return v5(`${stream}#${String(version)}#${commandId}`, eventNamespace);
}
