import type { FastifyReply } from 'fastify';
import { workbookType } from './received.ts';

/** Sends a workbook to be saved under a name. */
export async function attached(reply: FastifyReply, name: string, workbook: Uint8Array): Promise<void> {
  await reply
    .header('content-type', workbookType)
    .header('content-disposition', `attachment; filename="file.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}.xlsx`)
    .send(Buffer.from(workbook));
}
