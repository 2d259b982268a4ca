/** RFC 9457 as the gateway answers it, and what the browser itself can run into. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly traceId: string | null;
  readonly errors: readonly { readonly field: string; readonly sentence: string }[];
}

/** The answer is not known: the same request with the same key may be sent again. */
const unknownOutcome = new Set(['NETWORK', 'TIMEOUT', 'OUTCOME_UNKNOWN']);

export class ApiError extends Error {
  override readonly name = 'ApiError';
  constructor(readonly problem: Problem) {
    super(`${problem.code}: ${problem.detail}`);
  }
  get outcomeUnknown(): boolean {
    const { status, code } = this.problem;
    return unknownOutcome.has(code) || status === 503 || status === 504 || (status === 409 && code === 'CONFLICT');
  }
  /** Logged in, but not well or not lately enough for this. */
  get stepUpRequired(): boolean {
    return this.problem.code === 'STEP_UP_REQUIRED';
  }
  get staleVersion(): boolean {
    return this.problem.status === 412;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const text = (value: unknown, otherwise: string) => (typeof value === 'string' && value !== '' ? value : otherwise);

export function problemOf(status: number, body: unknown): Problem {
  const given = isRecord(body) ? body : {};
  const errors = Array.isArray(given['errors']) ? given['errors'].filter(isRecord) : [];
  return {
    status,
    code: text(given['code'], `HTTP_${status}`),
    detail: text(given['detail'], text(given['title'], '')),
    details: isRecord(given['details']) ? given['details'] : {},
    traceId: typeof given['traceId'] === 'string' ? given['traceId'] : null,
    errors: errors.map(({ field, sentence }) => ({ field: text(field, ''), sentence: text(sentence, '') })),
  };
}

/** An aborted request is no failure and is passed on as it is. */
export function failureOf(cause: unknown): unknown {
  if (cause instanceof ApiError) return cause;
  if (cause instanceof DOMException && cause.name === 'AbortError') return cause;
  const code = cause instanceof DOMException && cause.name === 'TimeoutError' ? 'TIMEOUT' : 'NETWORK';
  return new ApiError({ status: 0, code, detail: '', details: {}, traceId: null, errors: [] });
}
