import { status } from '@grpc/grpc-js';
import { describe, expect, it } from '@jest/globals';
import { refusalSentences } from '@zhitong/catalogue';
import { StoreFull, StoreUnavailable } from '@zhitong/eventing';
import { Rejected } from '@zhitong/kernel';
import { failureOf, refusalIn } from '../src/grpc/problem-metadata.ts';
import { asRejected } from '../src/http/as-rejected.ts';
import { problemOf } from '../src/http/problem.ts';
import { refusalStatuses, statusOf } from '../src/http/refusals.ts';

/** The table of the reliability rules, code by code. */
const table = [
  ['VALIDATION_FAILED', status.INVALID_ARGUMENT, 400],
  ['UNAUTHENTICATED', status.UNAUTHENTICATED, 401],
  ['TOKEN_INVALID', status.UNAUTHENTICATED, 401],
  ['STEP_UP_REQUIRED', status.UNAUTHENTICATED, 401],
  ['SUBJECT_INVALID', status.UNAUTHENTICATED, 401],
  ['FORBIDDEN_ROLE', status.PERMISSION_DENIED, 403],
  ['NOT_AUTHORISED_BODY', status.PERMISSION_DENIED, 403],
  ['OUT_OF_SCOPE', status.PERMISSION_DENIED, 403],
  ['ORIGIN_REFUSED', status.PERMISSION_DENIED, 403],
  ['PEER_NOT_ALLOWED', status.PERMISSION_DENIED, 403],
  ['NOT_FOUND', status.NOT_FOUND, 404],
  ['CONFLICT', status.ABORTED, 409],
  ['ALREADY_EXISTS', status.ALREADY_EXISTS, 409],
  ['STALE_VERSION', status.FAILED_PRECONDITION, 412],
  ['FILE_TOO_LARGE', status.RESOURCE_EXHAUSTED, 413],
  ['FILE_TYPE', status.INVALID_ARGUMENT, 415],
  ['IDEMPOTENCY_KEY_REUSED', status.FAILED_PRECONDITION, 422],
  ['ROLE_EXCLUSIVE', status.FAILED_PRECONDITION, 422],
  ['SECOND_PERSON_REQUIRED', status.FAILED_PRECONDITION, 422],
  ['FILE_REFUSED', status.FAILED_PRECONDITION, 422],
  ['ERASED', status.FAILED_PRECONDITION, 422],
  ['RATE_LIMITED', status.RESOURCE_EXHAUSTED, 429],
  ['INTERNAL', status.INTERNAL, 500],
  ['OVERLOADED', status.UNAVAILABLE, 503],
  ['SERVICE_UNAVAILABLE', status.UNAVAILABLE, 503],
  ['STORE_UNAVAILABLE', status.UNAVAILABLE, 503],
  ['STORE_FULL', status.UNAVAILABLE, 503],
  ['SESSIONS_UNAVAILABLE', status.UNAVAILABLE, 503],
  ['AUDIT_UNAVAILABLE', status.UNAVAILABLE, 503],
  ['OUTCOME_UNKNOWN', status.DEADLINE_EXCEEDED, 504],
] as const;

describe('refusals', () => {
  it.each(table)('%s is gRPC %s and HTTP %s', (code, grpc, http) => expect(statusOf(code)).toMatchObject({ grpc, http }));
  it('a business refusal is FAILED_PRECONDITION and 422', () => expect(statusOf('NAME_TAKEN')).toMatchObject({ grpc: status.FAILED_PRECONDITION, http: 422 }));
  it('has no row beyond the table', () => expect([...refusalStatuses.keys()].sort()).toEqual(table.map(([code]) => code).sort()));
  it.each(table.map(([code]) => [code]))('%s has a sentence in both languages', (code) =>
    expect(refusalSentences[code]).toEqual({ zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.stringMatching(/[a-z]/) }),
  );
  it('asks to come back where a later try may succeed', () =>
    expect([...refusalStatuses].filter(([, { retryAfter }]) => retryAfter).map(([, { http }]) => http)).toEqual([429, 503, 503, 503, 503, 503, 503]));
});

describe('refusals on the wire', () => {
  it('carry code, sentence and details', () => {
    const refused = new Rejected('DEADLINE_TOO_SHORT', 'Two working days at least.', {
      earliest: '2026-03-04',
      addressees: ['org_a', 'org_b'],
      hours: 48,
      late: false,
      since: null,
    });
    const { failure } = failureOf(refused);
    expect(failure.code).toBe(status.FAILED_PRECONDITION);
    expect(refusalIn(failure.metadata)).toEqual(refused);
    expect(refusalIn(failure.metadata)?.details).toEqual(refused.details);
  });
  it('tell nothing of an error inside', () => {
    const { failure, refusal } = failureOf(new TypeError('password is hunter2'));
    expect(refusal).toBeUndefined();
    expect(failure.code).toBe(status.INTERNAL);
    expect(JSON.stringify(failure.metadata.toJSON()) + Buffer.from(String(failure.metadata.get('x-problem-bin')[0])).toString()).not.toContain('hunter2');
  });
  it.each([
    [new StoreUnavailable('down'), 'STORE_UNAVAILABLE'],
    [new StoreFull('full'), 'STORE_FULL'],
  ])('%s is a known outage', (error, code) => expect(asRejected(error)?.code).toBe(code));
});

describe('a problem', () => {
  const caller = { language: 'zh', traceId: 't-1' } as const;
  it('speaks the language of the caller', () => {
    const refusal = new Rejected('NAME_TAKEN', 'A sibling is called so.', { siblingId: 'org_x' });
    expect(problemOf(refusal, caller)).toEqual({
      type: 'urn:zhitong:problem:NAME_TAKEN',
      title: '不符合规定',
      status: 422,
      code: 'NAME_TAKEN',
      detail: '同一上级下已有同名党组织。',
      details: { siblingId: 'org_x' },
      traceId: 't-1',
    });
    expect(problemOf(refusal, { ...caller, language: 'en' }).detail).toBe('A sibling is called so.');
  });
  it('shows the sentence of the rule where the code is unknown', () =>
    expect(problemOf(new Rejected('BRAND_NEW', 'A new rule.'), caller).detail).toBe('A new rule.'));
  it('is not fooled by names of the language itself', () => expect(problemOf(new Rejected('constructor', 'x'), caller).detail).toBe('x'));
});
