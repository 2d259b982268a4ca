import { Client, credentials, Metadata, status, type ServiceError } from '@grpc/grpc-js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contexts, operations, type Context } from '@zhitong/catalogue';
import { silentLog } from '@zhitong/eventing';
import { Rejected } from '@zhitong/kernel';
import { importJWK, SignJWT, UnsecuredJWT, type JWK } from 'jose';
import { largestMessage, startGrpcServer, type RunningGrpcServer } from '../src/grpc/grpc-server.ts';
import { packageDefinition, packageName, serviceName } from '../src/grpc/package-definition.ts';
import { refusalIn } from '../src/grpc/problem-metadata.ts';
import { createSubjectVerifier, generateSigningKeys } from '../src/grpc/subject-keys.ts';
import type { Attempt } from '../src/telemetry/security-log.ts';

interface Door {
  readonly server: RunningGrpcServer;
  readonly client: Client;
}

/** Every method that a context's proto defines, operations or not: `/zhitong.members.v1.MembersService/ListMembers`. */
function methodsOf(context: Context): readonly string[] {
  const service = packageDefinition(context)[`${packageName(context)}.${serviceName(context)}`];
  if (!service || 'format' in service) throw new TypeError(`${context} has no service`);
  return Object.values(service).map(({ path }) => path);
}

describe('every gRPC method of every context, at its real door', () => {
  const now = Date.parse('2026-03-02T01:00:00.000Z');
  const clock = { now: () => new Date(now).toISOString() };
  const seconds = now / 1000;
  const doors = new Map<Context, Door>();
  const reached: string[] = [];
  const attempts: Attempt[] = [];
  let own: JWK;
  let foreign: JWK;

  beforeAll(async () => {
    const keys = await generateSigningKeys();
    const [first, second] = [keys.keys[0], (await generateSigningKeys()).keys[0]];
    if (!first || !second) throw new Error('There is no key');
    [own, foreign] = [first, second];
    const execute = (name: string) => {
      reached.push(name);
      return Promise.reject(new Rejected('STATE_NOT_ALLOWED', 'This got in.'));
    };
    for (const context of contexts) {
      const runtime = { execute, readiness: () => ({ ready: true }) };
      const subjectKeys = createSubjectVerifier(keys, clock);
      const notes = { attempted: (attempt: Attempt) => void attempts.push(attempt) };
      const own = { context, runtime, subjectKeys, attempts: notes };
      const server = await startGrpcServer({ ...own, address: '127.0.0.1:0', reflection: false, clock, log: silentLog });
      doors.set(context, { server, client: new Client(server.address, credentials.createInsecure(), { 'grpc.max_send_message_length': -1 }) });
    }
  });
  afterAll(async () => {
    for (const { server, client } of doors.values()) {
      client.close();
      await server.stop();
    }
  });

  /** What comes back when the bytes are sent under the token. */
  function answerOf(context: Context, path: string, token: string | undefined, body: Buffer = Buffer.alloc(0)): Promise<ServiceError | null> {
    const metadata = new Metadata();
    metadata.set('x-idempotency-key', 'key-00000001');
    if (token !== undefined) metadata.set('x-subject', token);
    return new Promise((resolve) => {
      const asIs = (bytes: Buffer) => bytes;
      doors.get(context)?.client.makeUnaryRequest(path, asIs, asIs, body, metadata, (error) => resolve(error));
    });
  }
  const claims = (context: Context) => ({
    kind: 'person',
    sub: 'per_1',
    grantId: 'grt_1',
    organizationId: 'org_1',
    aud: context,
    iat: seconds,
    exp: seconds + 60,
  });
  const signed = async (context: Context, changed: object, header: object = {}, by: JWK = own) =>
    new SignJWT({ ...claims(context), ...changed })
      .setProtectedHeader({ alg: 'EdDSA', kid: own.kid ?? '', typ: 'zt-subject+jwt', ...header })
      .sign(await importJWK(by, 'EdDSA'));
  const next = (context: Context): Context => contexts[(contexts.indexOf(context) + 1) % contexts.length] ?? context;

  const attacks: Readonly<Record<string, (context: Context) => Promise<string | undefined>>> = {
    absent: async () => undefined,
    empty: async () => '',
    'no token': async () => 'per_1',
    unsigned: async (context) => new UnsecuredJWT(claims(context)).encode(),
    'signed by a foreign key': (context) => signed(context, {}, {}, foreign),
    'signed by a foreign key under its own name': (context) => signed(context, {}, { kid: foreign.kid }, foreign),
    'with the signature cut off': async (context) => (await signed(context, {})).split('.').slice(0, 2).join('.'),
    'for another person than was signed': async (context) => {
      const [head, , signature] = (await signed(context, {})).split('.');
      return `${head}.${Buffer.from(JSON.stringify({ ...claims(context), sub: 'per_2' })).toString('base64url')}.${signature}`;
    },
    expired: (context) => signed(context, { iat: seconds - 120, exp: seconds - 60 }),
    'older than a minute, whatever it claims': (context) => signed(context, { iat: seconds - 70, exp: seconds + 3_600 }),
    'without an end': (context) => signed(context, { exp: undefined }),
    'for another service': (context) => signed(context, { aud: next(context) }),
    'for nobody': (context) => signed(context, { aud: undefined }),
    'of another kind': (context) => signed(context, {}, { typ: 'at+jwt' }),
    'without a grant': (context) => signed(context, { grantId: undefined }),
  };

  it('are the operations of the catalogue, none more', () => {
    const methods = contexts.flatMap((context) => methodsOf(context).map((path) => path.split('/').at(-1)?.toLowerCase()));
    expect(methods.sort()).toEqual(operations.map(({ name }) => name.toLowerCase()).sort());
  });

  it.each(Object.entries(attacks))('SEC-08 is UNAUTHENTICATED SUBJECT_INVALID for a subject %s', async (_name, tokenFor) => {
    attempts.length = 0;
    for (const context of contexts) {
      const token = await tokenFor(context);
      const wrong = methodsOf(context).map(async (path) => {
        const error = await answerOf(context, path, token);
        const refused = error?.code === status.UNAUTHENTICATED && refusalIn(error.metadata)?.code === 'SUBJECT_INVALID';
        return refused ? [] : [`${path}: ${String(error?.details)}`];
      });
      expect((await Promise.all(wrong)).flat()).toEqual([]);
    }
    expect(reached).toEqual([]);
    const methods = contexts.flatMap((context) => methodsOf(context).map((path) => `SUBJECT_INVALID ${path.split('/').at(-1)?.toLowerCase()}`));
    expect(attempts.map(({ code, operation }) => `${code} ${operation.toLowerCase()}`).sort()).toEqual(methods.sort());
  });

  it('SEC-08 lets in what differs from the attacks in nothing else', async () => {
    for (const context of contexts) {
      const token = await signed(context, {});
      const refusals = methodsOf(context).map(async (path) => refusalIn((await answerOf(context, path, token))?.metadata)?.code);
      expect([...new Set(await Promise.all(refusals))].sort()).toEqual(['STATE_NOT_ALLOWED', 'VALIDATION_FAILED']);
    }
    expect(reached.length).toBeGreaterThan(0);
    reached.length = 0;
  });

  it('SEC-29 takes a message of 4 MB, and not a byte more', async () => {
    for (const context of contexts) {
      const [path = ''] = methodsOf(context);
      const outcome = async (bytes: number) => (await answerOf(context, path, undefined, unknownField(bytes)))?.code;
      expect([await outcome(largestMessage), await outcome(largestMessage + 1)]).toEqual([status.UNAUTHENTICATED, status.RESOURCE_EXHAUSTED]);
    }
  });

  it('SEC-30 tells nothing of itself to bytes that are no message', async () => {
    const token = await signed('members', {});
    const texts = methodsOf('members').map(async (path) => (await answerOf('members', path, token, Buffer.from([0xff, 0xff, 0xff])))?.details ?? '');
    expect((await Promise.all(texts)).join('\n')).not.toMatch(/\bat \S+:\d|\.[jt]s\b|node_modules|protobuf|offset/i);
    expect(reached).toEqual([]);
  });
});

/** A message of that many bytes that every method reads: field 15, which none has, as long as is needed. */
function unknownField(bytes: number): Buffer {
  const head = [0x7a];
  for (let rest = bytes - 5; rest > 0; rest >>>= 7) head.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
  return Buffer.concat([Buffer.from(head), Buffer.alloc(bytes - head.length)]);
}
