import type { Socket } from 'node:net';
import { Rejected } from '@zhitong/kernel';
import { problemOf } from '@zhitong/platform/http/problem.ts';
import type { RefusedRequests } from './refused-requests.ts';
import { newContext } from './request-context.ts';
import { securityHeaders } from './security-headers.ts';

/** What is no HTTP has no request to answer: the same problem, written on the wire. */
export const answerBrokenRequest = (refused: Pick<RefusedRequests, 'noteBroken'>) => (error: { readonly code?: string }, socket: Socket) => {
  const { code } = error;
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  // Browsers open connections ahead of need, and would take this for the answer to what they ask next.
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT' && socket.bytesRead === 0) return void socket.destroy();
  const context = newContext({});
  const refusal = new Rejected(code === 'HPE_HEADER_OVERFLOW' ? 'FILE_TOO_LARGE' : 'VALIDATION_FAILED', '');
  refused.noteBroken(socket.remoteAddress, refusal, context.traceId);
  const problem = problemOf(refusal, context);
  const body = JSON.stringify(problem);
  const headers = {
    ...securityHeaders(context),
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': context.language,
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${String(problem.status)} Refused\r\n${lines.join('')}\r\n${body}`);
};
