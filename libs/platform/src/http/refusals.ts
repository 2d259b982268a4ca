import { status } from '@grpc/grpc-js';

/** How a refusal leaves the house. `retryAfter`: the same request may succeed a moment later. */
export interface RefusalStatus {
  readonly grpc: status;
  readonly http: number;
  readonly retryAfter: boolean;
}

type Row = readonly [codes: readonly string[], grpc: status, http: number, retryAfter?: true];

/** The one table; codes never change. A code that is not here is a business refusal. */
const rows: readonly Row[] = [
  [['VALIDATION_FAILED'], status.INVALID_ARGUMENT, 400],
  [['UNAUTHENTICATED', 'TOKEN_INVALID', 'STEP_UP_REQUIRED', 'SUBJECT_INVALID'], status.UNAUTHENTICATED, 401],
  [['FORBIDDEN_ROLE', 'NOT_AUTHORISED_BODY', 'OUT_OF_SCOPE', 'ORIGIN_REFUSED', 'PEER_NOT_ALLOWED'], status.PERMISSION_DENIED, 403],
  [['NOT_FOUND'], status.NOT_FOUND, 404],
  [['CONFLICT'], status.ABORTED, 409],
  [['ALREADY_EXISTS'], status.ALREADY_EXISTS, 409],
  [['STALE_VERSION'], status.FAILED_PRECONDITION, 412],
  [['FILE_TOO_LARGE'], status.RESOURCE_EXHAUSTED, 413],
  [['FILE_TYPE'], status.INVALID_ARGUMENT, 415],
  [['IDEMPOTENCY_KEY_REUSED', 'ROLE_EXCLUSIVE', 'SECOND_PERSON_REQUIRED', 'FILE_REFUSED', 'ERASED'], status.FAILED_PRECONDITION, 422],
  [['RATE_LIMITED'], status.RESOURCE_EXHAUSTED, 429, true],
  [['INTERNAL'], status.INTERNAL, 500],
  [['OVERLOADED', 'SERVICE_UNAVAILABLE', 'STORE_UNAVAILABLE', 'STORE_FULL', 'SESSIONS_UNAVAILABLE', 'AUDIT_UNAVAILABLE'], status.UNAVAILABLE, 503, true],
  [['OUTCOME_UNKNOWN'], status.DEADLINE_EXCEEDED, 504],
];

/** Codes with a status of their own. */
export const refusalStatuses: ReadonlyMap<string, RefusalStatus> = new Map(
  rows.flatMap(([codes, grpc, http, retryAfter]) => codes.map((code) => [code, { grpc, http, retryAfter: retryAfter ?? false }] as const)),
);

const business: RefusalStatus = { grpc: status.FAILED_PRECONDITION, http: 422, retryAfter: false };

export const statusOf = (code: string): RefusalStatus => refusalStatuses.get(code) ?? business;
