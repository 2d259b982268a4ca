import { importFile } from '@zhitong/catalogue/file-routes.ts';
import { apiPrefix } from '@zhitong/catalogue/openapi.ts';
import { Rejected } from '@zhitong/kernel';
import type { FastifyRequest } from 'fastify';
import { fileTooLarge, largestFile } from '../sheets/file-refusal.ts';

/** Where files are taken in. */
export const uploadPath = `${apiPrefix}${importFile.path}`;

const isStream = (body: unknown): body is AsyncIterable<Uint8Array> => typeof body === 'object' && body !== null && Symbol.asyncIterator in body;

/** The body of an upload, which is not read before its sender is known and there is room for it. @throws {Rejected} `FILE_TOO_LARGE`, `FILE_TYPE` */
export async function received({ body, headers }: Pick<FastifyRequest, 'body' | 'headers'>): Promise<Uint8Array> {
  if (Number(headers['content-length'] ?? 0) > largestFile) throw fileTooLarge();
  if (!isStream(body)) throw new Rejected('FILE_TYPE', 'A file is sent as a workbook.');
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > largestFile) throw fileTooLarge();
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}
