import { fileTypes } from '@zhitong/catalogue/file-routes.ts';
import { Rejected } from '@zhitong/kernel';
import type { FastifyRequest } from 'fastify';
import { uploadPath } from '../files/received.ts';
import { routedPath } from './routed-path.ts';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);
/** The issuer calls it: no browser, no cookie, a signed token instead. */
const backChannelPath = '/auth/back-channel-logout';

const guarded = (path: string) => (path.startsWith('/api/') || path.startsWith('/auth/')) && path !== backChannelPath;

/**
 * Writes come as JSON, files as workbooks where files are taken in, and from the own origin (SEC-05): what a foreign page can make a browser send is neither. Bearer clients send no
 * cookie and no origin: for them another type is only that.
 */
export function guardWrites(request: Pick<FastifyRequest, 'method' | 'url' | 'headers' | 'routeOptions'>, ownOrigin: string): void {
  const { method, headers } = request;
  if (harmless.has(method) || !guarded(routedPath(request))) return;
  const hasBody = (headers['content-length'] ?? '0') !== '0' || headers['transfer-encoding'] !== undefined;
  const type = headers['content-type'];
  const json = type === undefined ? !hasBody : /^application\/json\s*(;|$)/i.test(type) || (type === fileTypes.xlsx && routedPath(request) === uploadPath);
  const bearer = headers.authorization !== undefined && headers.cookie === undefined && headers.origin === undefined;
  if (bearer && !json) throw new Rejected('FILE_TYPE', 'A write is sent as JSON.');
  if (!json) throw new Rejected('ORIGIN_REFUSED', 'A write is sent as JSON.');
  if (!bearer && headers.origin !== ownOrigin) throw new Rejected('ORIGIN_REFUSED', 'A write comes from the own origin.');
}
