import { describe, expect, it } from '@jest/globals';
import type { Change, Changes, RecordedEvent } from '@zhitong/eventing';
import type { FlagEvent } from '../domain/flags/flag-event.ts';
import { memberDecider } from '../domain/member/member.decider.ts';
import type { MemberEvent } from '../domain/member/member-event.ts';
import { at, day, dayPlus, expired, named, per, registered, requested, trf, upTo } from '../domain/member/member.samples.ts';
import type { Member } from '../domain/member/member.state.ts';
import { duesAfter } from '../policies/transfer-clock.deadline.ts';
import { rowWithClock } from '../application/transfer-queries.ts';
import { contributionsOf, memberList, type MemberListRow } from './member-list.projection.ts';
import { memberHistory, type MemberHistoryRow } from './member-history.projection.ts';
import { stepsInHands, transferList, transferRow, turnOf, type TransferListRow } from './transfer-list.projection.ts';

const recorded = (event: MemberEvent | FlagEvent, version: number): RecordedEvent => ({
  ...event,
  stream: 'members.member-per_1',
  version,
  occurredAt: at,
  recordedAt: at,
  actorId: 'per_9',
  correlationId: 'c',
  commandId: 'k',
  logEpoch: 1,
});

interface Handled<Row> {
  readonly sources: readonly { handler(type: string): ((event: RecordedEvent, env: never) => Changes<Row> | Promise<Changes<Row>>) | undefined }[];
}
const isMany = <Row>(changes: Changes<Row>): changes is readonly Change<Row>[] => Array.isArray(changes);

/** Rows after a history, folded as the runner does. */
async function rowsAfter<Row>(projection: Handled<Row>, ...events: readonly (MemberEvent | FlagEvent)[]): Promise<Map<string, Row>> {
  const rows = new Map<string, Row>();
  for (const [place, event] of events.entries()) {
    for (const source of projection.sources) {
      const changes = (await source.handler(event.type)?.(recorded(event, place + 1), {} as never)) ?? [];
      for (const change of isMany(changes) ? changes : [changes]) {
        const row = change.fold(rows.get(change.key) ?? null);
        if (row === null) rows.delete(change.key);
        else rows.set(change.key, row);
      }
    }
  }
  return rows;
}
const arrived: MemberEvent = {
  type: 'BranchAssigned',
  data: { personId: per, branchId: 'org_b', fromBranchId: 'org_a', causeCode: 'transfer', transferId: trf, assignedOn: day },
};
const suspended: MemberEvent = { type: 'MembershipSuspended', data: { personId: per, suspendedOn: day } };

describe('member list', () => {
  it('MEM-02 counts a member in the branch of the moment only', async () => {
    const counts = async (...events: readonly MemberEvent[]) => {
      const row = (await rowsAfter<MemberListRow>(memberList, ...events)).get(per);
      return row ? contributionsOf(row) : [];
    };
    expect(await counts(...upTo.named)).toEqual([{ key: 'org_a', amounts: { full: 1, total: 1 } }]);
    expect(await counts(...upTo.named, arrived)).toEqual([{ key: 'org_b', amounts: { full: 1, total: 1 } }]);
    expect(await counts(...registered, suspended)).toEqual([{ key: 'org_a', amounts: { suspended: 1, total: 1 } }]);
    expect(await counts(...registered, { type: 'MembershipEnded', data: { personId: per, kind: 'left', endedOn: day, fromBranchId: 'org_a' } })).toEqual([]);
    expect(await counts(requested({ kind: 'intoCity', fromBranchId: undefined }))).toEqual([]);
  });
  it('MEM-03 MEM-05 says who is entitled and that a flag exists', async () => {
    const flag: FlagEvent = { type: 'AuthorisedFlagSet', data: { personId: per, flagCode: 'votingStopped', authorityId: 'org_ab', setOn: day } };
    expect((await rowsAfter<MemberListRow>(memberList, ...registered)).get(per)).toMatchObject({ entitled: true, flags: [], openTransferId: null });
    expect((await rowsAfter<MemberListRow>(memberList, ...registered, flag, requested())).get(per)).toMatchObject({
      entitled: false,
      openTransferId: trf,
      flags: ['votingStopped'],
    });
  });
});

describe('transfer list', () => {
  const row = async (...events: readonly MemberEvent[]) => (await rowsAfter<TransferListRow>(transferList, ...events)).get(trf);
  it.each<[string, readonly MemberEvent[], string | undefined, string | undefined]>([
    ['the branch gives its word', upTo.requested, 'org_a', dayPlus(5)],
    ['the committee approves', upTo.confirmed, 'org_sender', dayPlus(7)],
    ['the receiver accepts', upTo.letterIssued, 'org_receiver', dayPlus(10)],
    ['the sender has it back', [...upTo.letterIssued, expired], 'org_sender', dayPlus(106)],
    ['the receiver names a branch', upTo.accepted, 'org_receiver', dayPlus(7)],
    ['the branch confirms', upTo.named, 'org_b', dayPlus(7)],
    ['nobody, it is done', [...upTo.named, arrived], undefined, undefined],
  ])('8.1 in whose hands: %s', async (_who, events, handsId, dueOn) => {
    const found = await row(...events);
    expect([found?.handsId, found?.dueOn]).toEqual([handsId, dueOn]);
    expect(found && stepsInHands(found)).toEqual(handsId === undefined ? [] : [{ key: handsId, amounts: { [found?.step ?? '']: 1, open: 1 } }]);
  });
  it('counts day 1 on the first day and is late the day after the limit', async () => {
    const found = await row(...upTo.letterIssued);
    if (!found) throw new Error('no row');
    expect(rowWithClock(found, day)).toMatchObject({ day: 1, limitDays: 10, overdue: false });
    expect(rowWithClock(found, dayPlus(2))).toMatchObject({ day: 3 });
    expect([rowWithClock(found, dayPlus(10)).overdue, rowWithClock(found, dayPlus(11)).overdue]).toEqual([false, true]);
  });
  it('folds to what the decider knows', async () => {
    const member = upTo.named.reduce<Member>((state, event) => memberDecider.evolve(state, event), memberDecider.initial);
    const found = await row(...upTo.named);
    expect(found?.transfer).toEqual(member.transfer);
    expect(member.transfer && turnOf(member.transfer).handsId).toBe('org_b');
    expect(found && transferRow(found.transfer, { personId: per, requestedOn: day }, found, dayPlus(9)).sinceOn).toBe(day);
  });
});

describe('history', () => {
  it('keeps every fact of a person in order, the steps of a transfer under its id', async () => {
    const rows = [...(await rowsAfter<MemberHistoryRow>(memberHistory, ...upTo.accepted, named('org_b'))).values()];
    expect(rows.map(({ version, type }) => [version, type])).toEqual(upTo.named.map(({ type }, place) => [place + 1, type]));
    expect(rows.filter(({ transferId }) => transferId === trf)).toHaveLength(6);
    expect(rows[1]).toMatchObject({ branchId: 'org_a', code: 'registration', on: day });
  });
});

describe('the clock of transfers', () => {
  const dues = (...events: readonly MemberEvent[]) => rowsAfter({ sources: [{ handler: () => (event) => duesAfter(event as never) }] }, ...events);
  it('8.1 has the moments of the step and no other', async () => {
    const kinds = async (...events: readonly MemberEvent[]) => [...(await dues(...events)).keys()].sort();
    expect(await kinds(...upTo.requested)).toEqual([]);
    expect(await kinds(...upTo.confirmed)).toEqual([`${trf}.approve`]);
    expect(await kinds(...upTo.letterIssued)).toEqual(['acceptHalf', 'acceptLast', 'expiry', 'externalReceipt', 'mediation'].map((kind) => `${trf}.${kind}`));
    expect(await kinds(...upTo.accepted)).toEqual([`${trf}.lapse`]);
    expect(await kinds(...upTo.letterIssued, expired)).toEqual([`${trf}.back`]);
    expect(await kinds(...upTo.named, arrived)).toEqual([]);
  });
});
