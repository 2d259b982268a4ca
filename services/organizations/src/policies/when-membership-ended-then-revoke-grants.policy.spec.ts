import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parkedCollection, PolicyRunner, StoreUnavailable, StreamHandler, type CarryOut, type ReadModelStore } from '@zhitong/eventing';
import { addHours, addSeconds } from '@zhitong/kernel';
import { carryOutFor } from '@zhitong/platform';
import { openSqliteEventStore, openSqliteReadModelStore, type SqliteEventStore } from '@zhitong/sqlite';
import { batchOf } from '@zhitong/testing';
import { temporaryFolder, type TemporaryFolder } from '@zhitong/testing/temporary-folder.ts';
import { recorded } from '../../test/fold.samples.ts';
import { grantsStream } from '../domain/grants/grants.stream.ts';
import { whenMembershipEndedThenRevokeGrants as policy } from './when-membership-ended-then-revoke-grants.policy.ts';

const endedAt = '2026-03-02T01:00:00.000Z';
const personId = 'per_1';
const ended = {
  ...recorded('member', personId, 1, { type: 'MembershipEnded', data: { personId, kind: 'movedOut', endedOn: '2026-03-02', fromBranchId: 'org_1' } }, endedAt),
  stream: `members.member-${personId}`,
};

let folder: TemporaryFolder;
let log: SqliteEventStore;
let readModels: ReadModelStore;
let handler: StreamHandler;
let now: string;
beforeEach(async () => {
  folder = temporaryFolder();
  log = openSqliteEventStore({ file: folder.file('log.db'), context: 'organizations', epoch: 1, clock: { now: () => now } });
  readModels = await openSqliteReadModelStore({ file: folder.file('read-models.db') });
  await readModels.ensure([parkedCollection]);
  handler = new StreamHandler(log);
});
afterEach(async () => {
  await readModels.close();
  await log.close();
  folder.remove();
});

async function give(organizationId: string, at: string): Promise<void> {
  now = at;
  const grant = { grantId: `grt_${organizationId}`, personId, role: 'secretary', organizationId, view: 'line', fromOn: '2026-01-01' } as const;
  const metadata = { occurredAt: at, actorId: 'per_9', correlationId: 'c' };
  const command = { type: 'Give', ...grant, bySystem: true } as const;
  await handler.handle(grantsStream, { id: personId, command, commandId: organizationId, bodyHash: '', metadata });
}

/** The policy hears of the end for the first time, or as if it were: over a restored log it begins anew. */
async function hear(at: string, carryOut: CarryOut = carryOutFor(handler, () => at)): Promise<void> {
  now = at;
  await readModels.forgetCheckpoints(policy.name);
  const env = { peek: (...asked: Parameters<StreamHandler['load']>) => handler.load(...asked) };
  const topicOf = (context: string) => context;
  const runner = new PolicyRunner({ policy, store: readModels, env, topicOf, now: () => now, carryOut, endOf: () => Promise.resolve(0) });
  await runner.take(batchOf([ended], { topic: 'members' }));
}
const states = async () =>
  Object.fromEntries(Object.values((await handler.load(grantsStream, personId)).state).map(({ organizationId, state }) => [organizationId, state]));

describe('X-11 REL-37 grants of somebody whose membership ends, and who comes back', () => {
  it('go with the end, and those given afterwards stay when it is heard of again', async () => {
    await give('org_1', addHours(endedAt, -24));
    await hear(addSeconds(endedAt, 1));
    expect(await states()).toEqual({ org_1: 'revoked' });
    await give('org_2', addHours(endedAt, 24));
    await hear(addHours(endedAt, 48));
    expect(await states()).toEqual({ org_1: 'revoked', org_2: 'live' });
  });

  it('stay when they were given before anybody heard of an end of long ago, and the earlier ones go', async () => {
    await give('org_1', addHours(endedAt, -24));
    await give('org_2', addHours(endedAt, 24));
    await hear(addHours(endedAt, 48));
    expect(await states()).toEqual({ org_1: 'revoked', org_2: 'live' });
  });

  it('stay though there was none to take the first time', async () => {
    await hear(addSeconds(endedAt, 1));
    await give('org_2', addHours(endedAt, 24));
    await hear(addHours(endedAt, 48));
    expect(await states()).toEqual({ org_2: 'live' });
  });

  it('go also when they were given while the end was on its way', async () => {
    await give('org_1', addSeconds(endedAt, 30));
    await hear(addSeconds(endedAt, 60));
    expect(await states()).toEqual({ org_1: 'revoked' });
  });

  it('all go, also when the log was away after the first', async () => {
    await give('org_1', addHours(endedAt, -24));
    await give('org_2', addHours(endedAt, -23));
    const carry = carryOutFor(handler, () => now);
    let left = 1;
    const broken: CarryOut = (...intended) => (left-- > 0 ? carry(...intended) : Promise.reject(new StoreUnavailable('away')));
    await expect(hear(addSeconds(endedAt, 1), broken)).rejects.toThrow(StoreUnavailable);
    expect(await states()).toEqual({ org_1: 'revoked', org_2: 'live' });
    await hear(addSeconds(endedAt, 2));
    expect(await states()).toEqual({ org_1: 'revoked', org_2: 'revoked' });
  });
});
