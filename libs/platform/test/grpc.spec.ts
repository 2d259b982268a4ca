import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { StoreUnavailable, silentLog, systemClock as clock } from '@zhitong/eventing';
import { Rejected, type Call } from '@zhitong/kernel';
import { eventually } from '@zhitong/testing';
import { openTcpProxy } from '@zhitong/testing/faults/tcp-proxy.ts';
import { createServer } from 'node:net';
import { startGrpcServer, type RunningGrpcServer } from '../src/grpc/grpc-server.ts';
import type { Outgoing } from '../src/grpc/call-metadata.ts';
import type { Executed } from '../src/service/executions.ts';
import { connectService, type ServiceClient } from '../src/grpc/service-client.ts';
import { createSubjectSigner, createSubjectVerifier, generateSigningKeys, type SubjectSigner } from '../src/grpc/subject-keys.ts';

const asked: Outgoing = {
  subject: { kind: 'person', personId: 'per_1', grantId: 'grt_1', organizationId: 'org_1' },
  seen: { tree: 7, grants: 2 },
  language: 'zh',
  correlationId: 'c-1',
};
const refuse = { organizationId: 'org_x', reason: 'not needed' };
const command: Outgoing = { ...asked, idempotencyKey: 'key-00000001', ifVersion: 4, traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' };
const receipt = { id: 'org_x', stream: 'organizations.tree-city', version: 5, warnings: [] };

describe('a service over gRPC', () => {
  let server: RunningGrpcServer;
  let client: ServiceClient;
  let signer: SubjectSigner;
  let execute: (name: string, input: unknown, call: Call) => Promise<Executed>;
  let ready = true;

  beforeEach(async () => {
    const keys = await generateSigningKeys();
    ready = true;
    server = await startGrpcServer({
      context: 'organizations',
      runtime: { execute: (...given) => execute(...given), readiness: () => ({ ready }) },
      address: '127.0.0.1:0',
      subjectKeys: createSubjectVerifier(keys, clock),
      reflection: true,
      clock,
      log: silentLog,
    });
    signer = await createSubjectSigner(keys, clock);
    client = connectService('organizations', server.address, { signer });
  });
  afterEach(async () => {
    client.close();
    await server.stop();
  });

  it('hands over the input and everything about the call', async () => {
    const seen: unknown[] = [];
    execute = async (...given) => {
      seen.push(...given);
      return { value: receipt, stale: false, recordedAt: '2026-03-02T01:00:00.000Z' };
    };
    expect(await client.call('refuseOrganization', refuse, command)).toEqual({ value: receipt, stale: false, recordedAt: '2026-03-02T01:00:00.000Z' });
    expect(seen).toEqual([
      'refuseOrganization',
      refuse,
      {
        subject: asked.subject,
        seen: asked.seen,
        now: expect.any(String),
        commandId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-5/),
        bodyHash: expect.stringMatching(/^[\w-]{43}$/),
        correlationId: 'c-1',
        traceparent: command.traceparent,
        ifVersion: 4,
        language: 'zh',
      },
    ]);
  });

  it('derives one command id from subject, operation and key', async () => {
    const ids: string[] = [];
    execute = async (_name, _input, call) => {
      ids.push(call.commandId);
      return { value: receipt, stale: false };
    };
    await client.call('refuseOrganization', refuse, command);
    await client.call('refuseOrganization', refuse, { ...command, correlationId: 'c-2' });
    await client.call('refuseOrganization', refuse, { ...command, idempotencyKey: 'key-00000002' });
    await client.call('approveOrganization', { organizationId: 'org_x' }, command);
    const other = { kind: 'person', personId: 'per_2', grantId: 'grt_1', organizationId: 'org_1' } as const;
    await client.call('refuseOrganization', refuse, { ...command, subject: other });
    expect(ids[0]).toBe(ids[1]);
    expect(new Set(ids).size).toBe(4);
  });

  it('says when an answer lacks own writes', async () => {
    execute = async (_name, _input, call) => {
      expect(call.after).toEqual({ 'organizations.tree-city': 12, 'organizations.post-pst_1': 2 });
      return { value: { items: [], total: 0, totalMore: false, lagSeconds: 3 }, stale: true };
    };
    const answered = await client.call(
      'listOrganizations',
      { limit: 20 },
      { ...asked, after: { 'organizations.tree-city': 12, 'organizations.post-pst_1': 2 } },
    );
    expect(answered).toEqual({ value: { items: [], total: 0, totalMore: false, lagSeconds: 3 }, stale: true });
  });

  it('brings refusals back as they were', async () => {
    execute = async () => {
      throw new Rejected('NAME_TAKEN', 'A sibling is called so.', { siblingId: 'org_y' });
    };
    await expect(client.call('refuseOrganization', refuse, command)).rejects.toMatchObject({
      name: 'Rejected',
      code: 'NAME_TAKEN',
      sentence: 'A sibling is called so.',
      details: { siblingId: 'org_y' },
    });
  });

  it('names a store that is away, and nothing of an error inside', async () => {
    execute = async () => {
      throw new StoreUnavailable('mongodb://secret');
    };
    await expect(client.call('refuseOrganization', refuse, command)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    execute = async () => {
      throw new TypeError('inner secret');
    };
    await expect(client.call('refuseOrganization', refuse, command)).rejects.toMatchObject({ code: 'INTERNAL', sentence: '' });
  });

  it('SEC-08 refuses a subject signed by somebody else', async () => {
    execute = async () => ({ value: receipt, stale: false });
    const foreign = connectService('organizations', server.address, { signer: await createSubjectSigner(await generateSigningKeys(), clock) });
    await expect(foreign.call('listOrganizations', { limit: 20 }, asked)).rejects.toMatchObject({ code: 'SUBJECT_INVALID' });
    foreign.close();
  });

  it('does not wait longer than the deadline: unknown for a command, unavailable for a question', async () => {
    execute = () => new Promise(() => undefined);
    await expect(client.call('refuseOrganization', refuse, { ...command, deadlineMs: 100 })).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN' });
    await expect(client.call('listOrganizations', { limit: 20 }, { ...asked, deadlineMs: 100 })).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  });

  it('REL-02 does not know what came of a command whose reply was lost, and gives its repetition the first receipt', async () => {
    const [host = '', port = ''] = server.address.split(':');
    const proxy = await openTcpProxy({ target: { host, port: Number(port) } });
    const through = connectService('organizations', proxy.address, { signer });
    const carriedOut: string[] = [];
    execute = async (_name, _input, { commandId }) => {
      if (!carriedOut.includes(commandId)) carriedOut.push(commandId);
      return { value: { ...receipt, version: carriedOut.indexOf(commandId) + 1 }, stale: false };
    };
    await through.call('refuseOrganization', refuse, { ...command, idempotencyKey: 'key-before' });
    proxy.disturb({ kind: 'dropReply' });
    await expect(through.call('refuseOrganization', refuse, { ...command, deadlineMs: 500 })).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN' });
    expect(carriedOut).toHaveLength(2);
    proxy.heal();
    const again = () => through.call('refuseOrganization', refuse, command);
    await eventually(again);
    expect(await again()).toEqual({ value: { ...receipt, version: 2 }, stale: false });
    through.close();
    await proxy.close();
  });

  it('serves while it is ready', async () => {
    expect(await client.health()).toBe(true);
  });

  it('does not serve before it is ready', async () => {
    ready = false;
    const deadline = Date.now() + 5_000;
    while ((await client.health()) && Date.now() < deadline);
    expect(await client.health()).toBe(false);
  });

  it('a command without a key is refused', async () => {
    execute = async () => ({ value: receipt, stale: false });
    await expect(client.call('refuseOrganization', refuse, asked)).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  });
});

describe('two replicas of a service', () => {
  let keys: Awaited<ReturnType<typeof generateSigningKeys>>;
  let replicas: { ready: boolean; answered: number; server: RunningGrpcServer }[];
  let signer: SubjectSigner;
  let client: ServiceClient;

  async function open(address: string) {
    const state = { ready: true, answered: 0 };
    const runtime = {
      execute: async () => ((state.answered += 1), { value: { items: [], total: 0 }, stale: false }),
      readiness: () => state,
    };
    const subjectKeys = createSubjectVerifier(keys, clock);
    return Object.assign(state, {
      server: await startGrpcServer({ context: 'organizations', runtime, address, subjectKeys, reflection: false, clock, log: silentLog }),
    });
  }
  beforeEach(async () => {
    keys = await generateSigningKeys();
    replicas = [await open('127.0.0.1:0'), await open('127.0.0.1:0')];
    const addresses = replicas.map(({ server }) => server.address);
    signer = await createSubjectSigner(keys, clock);
    client = connectService('organizations', `ipv4:${addresses.join(',')}`, { signer });
  });
  afterEach(async () => {
    client.close();
    await Promise.all(replicas.map(({ server }) => server.stop()));
  });
  const ask = () => client.call('listOrganizations', { limit: 20 }, asked);

  it('REL-33 serve while one of them does, whoever else asks meanwhile', async () => {
    const [first, ...others] = replicas;
    if (first) first.ready = false;
    const alone = connectService('organizations', first?.server.address ?? '', { signer });
    await eventually(async () => expect(await alone.health()).toBe(false));
    alone.close();
    await eventually(() => client.health()); // connected to both
    for (let turn = 0; turn < 20; turn += 1) {
      const [one, other] = await Promise.all([client.health(), client.health(), ask(), ask(), ask()]);
      expect([one, other]).toEqual([true, true]);
    }
    for (const other of others) other.ready = false;
    await eventually(async () => expect(await client.health()).toBe(false));
  });

  it('REL-33 REL-32 serve while one of them does and another is stuck without a word', async () => {
    const [stuck = '', sound = ''] = replicas.map(({ server }) => server.address);
    const [host = '', port = ''] = stuck.split(':');
    const proxy = await openTcpProxy({ target: { host, port: Number(port) } });
    const through = connectService('organizations', `ipv4:${proxy.address},${sound}`, { signer });
    await eventually(async () => (await through.call('listOrganizations', { limit: 20 }, asked), replicas.every(({ answered }) => answered > 0)));
    proxy.disturb({ kind: 'halfOpen' });
    for (let turn = 0; turn < 4; turn += 1) expect(await through.health()).toBe(true);
    through.close();
    await proxy.close();
  });

  it('REL-33 leave no call without an answer while one after the other is closed and opened again', async () => {
    let rolling = true;
    const callers = Array.from({ length: 8 }, async () => {
      for (; rolling;) await ask();
    });
    for (const [at, { server }] of replicas.entries()) {
      await server.stop();
      const again = await open(server.address);
      replicas[at] = again;
      await eventually(() => again.answered > 0);
    }
    rolling = false;
    await Promise.all(callers);
  });
});

describe('a service that is gone', () => {
  const closedPort = async (): Promise<number> => {
    const probe = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => probe.once('listening', resolve));
    const address = probe.address();
    await new Promise((resolve) => probe.close(resolve));
    return typeof address === 'object' && address !== null ? address.port : 0;
  };

  it('REL-36 is unavailable, also for commands that never left, and the breaker opens', async () => {
    const signer = await createSubjectSigner(await generateSigningKeys(), clock);
    const client = connectService('organizations', `127.0.0.1:${await closedPort()}`, {
      signer,
      breaker: { failures: 3, openMs: 60_000, elapsed: () => performance.now() },
    });
    for (let turn = 0; turn < 3; turn++)
      await expect(client.call('refuseOrganization', refuse, command)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    const from = performance.now();
    await expect(client.call('listOrganizations', { limit: 20 }, asked)).rejects.toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
      details: { service: 'organizations' },
    });
    expect(performance.now() - from).toBeLessThan(50);
    client.close();
  });
});
