import { fileTypes, type FileFormat } from '@zhitong/catalogue/file-routes.ts';
import type { FastifyReply } from 'fastify';

/** Sends a file to be saved under a name. */
export async function attached(reply: FastifyReply, name: string, content: Uint8Array | string, format: FileFormat = 'xlsx'): Promise<void> {
  await reply
    .header('content-type', fileTypes[format])
    .header('content-disposition', `attachment; filename="file.${format}"; filename*=UTF-8''${encodeURIComponent(name)}.${format}`)
    .send(Buffer.from(content));
}
