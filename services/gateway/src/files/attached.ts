import type { FastifyReply } from 'fastify';
import { workbookType } from './received.ts';

const formats = {
  xlsx: workbookType,
  ics: 'text/calendar; charset=utf-8',
} as const;

/** Sends a file to be saved under a name. */
export async function attached(reply: FastifyReply, name: string, content: Uint8Array | string, format: keyof typeof formats = 'xlsx'): Promise<void> {
  await reply
    .header('content-type', formats[format])
    .header('content-disposition', `attachment; filename="file.${format}"; filename*=UTF-8''${encodeURIComponent(name)}.${format}`)
    .send(Buffer.from(content));
}
