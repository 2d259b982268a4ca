import type { FastifyReply, FastifyRequest } from 'fastify';
import { contextOf, type RequestContext } from './request-context.ts';

const policy = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** On every answer, errors included (SEC-06). What is cached for long says so itself. */
export const securityHeaders = ({ nonce, traceId }: Pick<RequestContext, 'nonce' | 'traceId'>): Readonly<Record<string, string>> => ({
  'content-security-policy': policy(nonce),
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
  'x-trace-id': traceId,
});

export function addSecurityHeaders(request: FastifyRequest, reply: FastifyReply): void {
  void reply.headers(securityHeaders(contextOf(request)));
}
