import { status } from '@grpc/grpc-js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contexts, inputSchema, operations, type Context, type JsonSchema, type Operation } from '@zhitong/catalogue';
import { silentLog, systemClock as clock } from '@zhitong/eventing';
import { Rejected } from '@zhitong/kernel';
import type { Outgoing } from '../src/grpc/call-metadata.ts';
import { startGrpcServer, type RunningGrpcServer } from '../src/grpc/grpc-server.ts';
import { failureOf } from '../src/grpc/problem-metadata.ts';
import { connectService, type ServiceClient } from '../src/grpc/service-client.ts';
import { createSubjectSigner, createSubjectVerifier, generateSigningKeys } from '../src/grpc/subject-keys.ts';

const asked: Outgoing = {
  subject: { kind: 'person', personId: 'per_1', grantId: 'grt_1', organizationId: 'org_1' },
  idempotencyKey: 'key-00000001',
  language: 'zh',
  correlationId: 'c-1',
};

/** Values that the wire carries for a field, none of them meant by anybody. */
const oddities: readonly unknown[] = ['\u0000', 'x'.repeat(5_000), '', -1, 10 ** 9, [], ['\u0000'], [{}]];
function crosses({ type, items }: JsonSchema, value: unknown): boolean {
  if (type === 'array') return Array.isArray(value) && value.every((item) => crosses(items ?? {}, item));
  if (type === 'integer' || type === 'number') return typeof value === 'number';
  return typeof value === type;
}

/** Inputs with one field spoilt, the others missing: what the schema itself refuses. */
const misfits = (operation: Operation): readonly object[] =>
  Object.entries(inputSchema(operation).properties ?? {})
    .flatMap(([name, shape]) => oddities.filter((value) => crosses(shape, value)).map((value) => ({ [name]: value })))
    .filter((input) => !operation.input.safeParse(input).success)
    .slice(0, 2);

describe('SEC-14 an input that does not fit, at the door of the service itself', () => {
  const doors = new Map<Context, { readonly server: RunningGrpcServer; readonly client: ServiceClient }>();
  const reached: string[] = [];

  beforeAll(async () => {
    const keys = await generateSigningKeys();
    const signer = await createSubjectSigner(keys, clock);
    const execute = (name: string) => {
      reached.push(name);
      return Promise.reject(new Rejected('STATE_NOT_ALLOWED', 'This got in.'));
    };
    for (const context of contexts) {
      const server = await startGrpcServer({
        context,
        runtime: { execute, readiness: () => ({ ready: true }) },
        address: '127.0.0.1:0',
        subjectKeys: createSubjectVerifier(keys, clock),
        reflection: false,
        clock,
        log: silentLog,
      });
      doors.set(context, { server, client: connectService(context, server.address, { signer }) });
    }
  });
  afterAll(async () => {
    for (const { server, client } of doors.values()) {
      client.close();
      await server.stop();
    }
  });

  it('is VALIDATION_FAILED for every operation of every context, and reaches no use case', async () => {
    const tried = operations.flatMap((operation) => misfits(operation).map((input) => ({ operation, input })));
    const withoutFields = operations.filter((operation) => Object.keys(operation.input.shape).length === 0);
    expect(new Set(tried.map(({ operation }) => operation.name)).size).toBe(operations.length - withoutFields.length);
    for (const { operation, input } of tried) {
      const answer = doors.get(operation.context)?.client.call(operation.name, input, { ...asked, deadlineMs: 10_000 });
      expect([operation.name, await answer?.catch((error: unknown) => (error instanceof Rejected ? error.code : error))]).toEqual([
        operation.name,
        'VALIDATION_FAILED',
      ]);
    }
    expect(reached).toEqual([]);
  }, 30_000);

  it('is INVALID_ARGUMENT on the wire and names the fields, no value', async () => {
    const refusal: unknown = await doors
      .get('members')
      ?.client.call('suspendMembership', { personId: '张三', decidedOn: 'yesterday' }, asked)
      .catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'VALIDATION_FAILED', details: { fields: ['personId', 'decidedOn'] } });
    expect(JSON.stringify(refusal)).not.toContain('张三');
    expect(failureOf(refusal).failure.code).toBe(status.INVALID_ARGUMENT);
  });
});
