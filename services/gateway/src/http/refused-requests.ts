import { Rejected } from '@zhitong/kernel';
import { RefusedByService } from '@zhitong/platform/grpc/problem-metadata.ts';
import { networkOf, type AttemptNotes } from '@zhitong/platform/telemetry/security-log.ts';
import type { FastifyRequest } from 'fastify';
import { contextOf } from './request-context.ts';

/** Refusals of the gateway's own doors that an attack meets. What a service refuses to a person is in its audit. */
const attempts = new Set([
  ...['UNAUTHENTICATED', 'TOKEN_INVALID', 'STEP_UP_REQUIRED', 'FORBIDDEN_ROLE', 'ORIGIN_REFUSED', 'NOT_FOUND'],
  ...['VALIDATION_FAILED', 'FILE_TOO_LARGE', 'FILE_TYPE', 'RATE_LIMITED'],
]);

/** Tells the security log what was refused to whom at the doors of the gateway. */
export class RefusedRequests {
  constructor(private readonly notes: AttemptNotes) {}

  /** What is no HTTP has no request. */
  noteBroken(address: string | undefined, { code }: Rejected, traceId: string): void {
    this.notes.attempted({ actorId: undefined, from: networkOf(address ?? ''), operation: 'no request', code, traceId });
  }

  note(request: FastifyRequest, error: unknown): void {
    if (!(error instanceof Rejected) || error instanceof RefusedByService || !attempts.has(error.code)) return;
    const { method, ip, routeOptions } = request;
    const { caller, traceId } = contextOf(request);
    // An address that leads nowhere may hold anything.
    const operation = `${method} ${routeOptions.url ?? 'elsewhere'}`;
    this.notes.attempted({ actorId: caller?.personId, from: networkOf(ip), operation, code: error.code, traceId });
  }
}
