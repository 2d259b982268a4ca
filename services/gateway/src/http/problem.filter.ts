import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { describe, type Log } from '@zhitong/eventing';
import { Rejected } from '@zhitong/kernel';
import { asRejected } from '@zhitong/platform/http/as-rejected.ts';
import { problemOf, type FieldError } from '@zhitong/platform/http/problem.ts';
import { statusOf } from '@zhitong/platform/http/refusals.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RefusedRequests } from './refused-requests.ts';
import { contextOf } from './request-context.ts';

/** A request whose fields are not as declared. */
export class InvalidFields extends Rejected {
  constructor(readonly errors: readonly FieldError[]) {
    super('VALIDATION_FAILED', 'Some fields are not as required.', { fields: errors.map(({ field }) => field) });
  }
}

/** Every failure leaves as a problem; what is no refusal leaves without a word and is logged. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly log: Log,
    private readonly refused: RefusedRequests,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    if (reply.sent) return;
    const { language, traceId } = contextOf(request);
    const refusal = refusalOf(error);
    if (!leadsNowhere(error)) this.refused.note(request, refusal);
    if (!refusal) this.log.error({ traceId, error: describe(error) }, 'A request failed inside');
    const { code, sentence, details } = refusal ?? new Rejected('INTERNAL', '');
    const errors = refusal instanceof InvalidFields ? { errors: refusal.errors } : {};
    const problem = problemOf({ code, sentence, details, ...errors }, { language, traceId });
    if (problem.status === 401) void reply.header('www-authenticate', challengeOf(code, details));
    if (statusOf(code).retryAfter) void reply.header('retry-after', String(retryAfterSeconds(details)));
    void reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('content-language', language)
      .send(JSON.stringify(problem));
  }
}

/** An address that no route has: a mistake, or a search that finds nothing. */
const leadsNowhere = (error: unknown): boolean => error instanceof HttpException && error.getStatus() === 404;

/** What a client needs to be let in: RFC 6750, and RFC 9470 where a log-in is there but not enough. */
function challengeOf(code: string, { maxAgeSeconds, acrValues }: Rejected['details']): string {
  if (code === 'UNAUTHENTICATED') return 'Bearer';
  if (code !== 'STEP_UP_REQUIRED') return 'Bearer error="invalid_token"';
  const wanted = typeof acrValues === 'string' ? `acr_values="${acrValues}"` : `max_age="${String(maxAgeSeconds)}"`;
  return `Bearer error="insufficient_user_authentication", ${wanted}`;
}

const retryAfterSeconds = ({ retryAfterMs }: Rejected['details']): number =>
  typeof retryAfterMs === 'number' ? Math.max(1, Math.ceil(retryAfterMs / 1000)) : 1;

const codesOfHttp: Readonly<Record<number, string>> = {
  400: 'VALIDATION_FAILED',
  404: 'NOT_FOUND',
  405: 'NOT_FOUND',
  413: 'FILE_TOO_LARGE',
  414: 'FILE_TOO_LARGE',
  415: 'FILE_TYPE',
  431: 'FILE_TOO_LARGE',
};

/** The server's own refusals (a route nobody has, JSON that is none) speak the same language as the others. */
function refusalOf(error: unknown): Rejected | undefined {
  const status = error instanceof HttpException ? error.getStatus() : statusIn(error);
  const code = status === undefined ? undefined : codesOfHttp[status];
  return code === undefined ? asRejected(error) : new Rejected(code, '');
}

const statusIn = (error: unknown): number | undefined =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : undefined;
