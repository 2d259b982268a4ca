import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Rejected, shanghaiDate } from '@zhitong/kernel';
import type { MemberCommand } from './member.commands.ts';
import { memberDecider } from './member.decider.ts';
import type { Member } from './member.state.ts';
import { asked, atDay, branch, dayPlus, per, settings, trf } from './member.samples.ts';

/** Requirements 3.3: where each step may go within one commit. */
const table: Readonly<Record<string, readonly string[]>> = {
  none: ['requested', 'letterIssued'],
  requested: ['requested', 'senderApproved', 'letterIssued', 'accepted', 'refused', 'withdrawn', 'ended'],
  appealed: ['requested', 'refused', 'withdrawn', 'ended'],
  senderApproved: ['senderApproved', 'letterIssued', 'refused', 'withdrawn', 'ended'],
  letterIssued: ['letterIssued', 'accepted', 'returned', 'expired', 'withdrawn', 'ended'],
  returned: ['returned', 'letterIssued', 'withdrawn', 'ended'],
  expired: ['expired', 'letterIssued', 'withdrawn', 'ended'],
  accepted: ['accepted', 'assigned', 'lapsed', 'ended'],
};
const closed = ['assigned', 'refused', 'withdrawn', 'lapsed', 'ended'];
const stepOf = ({ transfer }: Member) => transfer?.step ?? 'none';

const moment = fc.integer({ min: 0, max: 140 });
const home = fc.constantFrom(
  branch('org_a'),
  branch('org_b'),
  branch('org_b'),
  branch('org_c'),
  branch('org_t', { kind: 'temporaryBranch' }),
  branch('org_d', { state: 'dissolved' }),
);
const id = fc.constantFrom(trf, trf, trf, 'trf_1.b');

const registration: MemberCommand = {
  type: 'RegisterMember',
  personId: per,
  at: atDay(0),
  source: 'initialLoad',
  kind: 'full',
  joinedOn: '2015-06-01',
  fullFromOn: '2016-06-01',
  home: branch('org_a'),
};

const first = { personId: per, at: atDay(0), settings, transferId: trf } as const;
/** Straight to the acceptance, which random commands seldom reach. */
const accepted: readonly MemberCommand[] = [
  registration,
  { ...asked, ...first, origin: 'branch', duesPaidTo: '2026-02' },
  { type: 'ApproveTransfer', ...first, byPersonId: 'per_9' },
  { type: 'AcceptTransfer', ...first },
  { type: 'NameBranch', ...first, branch: branch('org_b'), belowReceiver: true },
];
/** As far as a refusal, which seldom outlives the next request. */
const refused: readonly MemberCommand[] = [
  ...accepted.slice(0, 2),
  { type: 'RefuseTransfer', ...first, byPersonId: 'per_9', organizationId: 'org_sender', cause: 'other' },
];

const commandAt = (at: string): fc.Arbitrary<MemberCommand> => {
  const stamp = id.map((transferId) => ({ personId: per, at, settings, transferId }));
  const held = fc.integer({ min: 1, max: 10 }).map((n) => n === 10);
  const decided = { personId: per, at, decidedOn: shanghaiDate(at), filing: { at, backdateDays: 90, fromAbove: false } } as const;
  const issuerId = fc.constantFrom(undefined, 'org_city');
  const simple = fc.constantFrom('AcceptTransfer', 'IssueLetter');
  return fc.oneof<fc.MaybeWeightedArbitrary<MemberCommand>[]>(
    {
      weight: 6,
      arbitrary: fc
        .tuple(stamp, fc.constantFrom('sameCommittee', 'withinCity', 'outOfCity'), fc.option(home, { nil: undefined }), issuerId)
        .map(
          ([base, kind, to, issuer]) =>
            ({ ...asked, ...base, kind, branch: to, issuerId: issuer, origin: 'branch', duesPaidTo: '2026-02', destinationRef: 'txt_1' }) as const,
        ),
    },
    fc.tuple(stamp, held).map(
      ([base, under]) =>
        ({
          type: 'TakeInLetter',
          held: under,
          ...base,
          byPersonId: 'per_9',
          receiver: { organizationId: 'org_receiver', active: true, approvesMembers: true },
          originRef: 'txt_1',
          kind: 'full',
          joinedOn: '2015-06-01',
          fullFromOn: '2016-06-01',
          letterNumber: 'GZ-1',
          letterIssuedOn: dayPlus(0),
          letterValidUntilOn: dayPlus(60),
        }) as const,
    ),
    stamp.map((base) => ({ type: 'ConfirmByBranch', ...base, duesPaidTo: '2026-01', forBranch: false }) as const),
    { weight: 7, arbitrary: stamp.map((base) => ({ type: 'ApproveTransfer', ...base, byPersonId: 'per_9' }) as const) },
    { weight: 7, arbitrary: fc.tuple(stamp, simple).map(([base, type]) => ({ type, ...base }) as const) },
    stamp.map((base) => ({ type: 'RefuseTransfer', ...base, byPersonId: 'per_9', organizationId: 'org_sender', cause: 'other' }) as const),
    {
      weight: 4,
      arbitrary: fc
        .tuple(stamp, held)
        .map(([base, under]) => ({ type: 'AppealTransfer', held: under, ...base, upperId: 'org_u', reasonRef: 'txt_1' }) as const),
    },
    fc
      .tuple(stamp, fc.constantFrom('upheld', 'overruled'))
      .map(([base, outcome]) => ({ type: 'DecideAppeal', ...base, byPersonId: 'per_8', outcome, reasonRef: 'txt_1' }) as const),
    stamp.map((base) => ({ type: 'ReturnTransfer', ...base, cause: 'other' }) as const),
    stamp.map((base) => ({ type: 'ReissueLetter', ...base, reasonRef: 'txt_1' }) as const),
    stamp.map((base) => ({ type: 'WithdrawTransfer', ...base, origin: 'member' }) as const),
    stamp.map(
      (base) => ({ type: 'LinkExternalReceipt', ...base, receiptNumber: 'R', recordNumber: 'P', acceptedOn: dayPlus(1), filing: decided.filing }) as const,
    ),
    { weight: 4, arbitrary: stamp.map((base) => ({ type: 'TickTransfer', ...base, upperId: 'org_u', departmentId: 'org_o' }) as const) },
    { weight: 4, arbitrary: fc.tuple(stamp, home).map(([base, to]) => ({ type: 'NameBranch', ...base, branch: to, belowReceiver: true }) as const) },
    {
      weight: 8,
      arbitrary: fc
        .tuple(stamp, home, held)
        .map(([base, to, under]) => ({ type: 'ConfirmArrival', held: under, ...base, branch: to, forBranch: false }) as const),
    },
    fc
      .tuple(home, fc.constantFrom('org_a', 'org_b'))
      .map(([to, fromBranchId]) => ({ type: 'MoveWithBranch', personId: per, at, fromBranchId, home: to }) as const),
    home.map((branch) => ({ type: 'AttachMember', personId: per, at, branch, cause: 'assignment' }) as const),
    fc.constantFrom<MemberCommand>(
      { type: 'DetachMember', personId: per, at, branchId: 'org_t', cause: 'recalled', on: shanghaiDate(at) },
      { type: 'EndTransferUnderHold', personId: per, at },
      { type: 'SuspendMembership', ...decided },
      { type: 'RestoreMembership', ...decided },
      { type: 'EndMembership', ...decided, kind: 'left' },
    ),
  );
};
const journey = fc
  .array(moment, { minLength: 1, maxLength: 60 })
  .map((days) => [...days].sort((a, b) => a - b))
  .chain((days) => fc.tuple(...days.map((n) => commandAt(atDay(n)))))
  .chain((commands) => fc.constantFrom([], [registration], accepted, refused).map((before) => [...before, ...commands]));

/** Deciding and folding find everything frozen: whoever changed something on the way to a refusal would throw. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

const attempt = (member: Member, command: MemberCommand) => {
  try {
    return memberDecider.decide(member, command);
  } catch (refusal) {
    if (refusal instanceof Rejected) return [];
    throw refusal;
  }
};

describe('any sequence of commands', () => {
  it('MEM-02 ORG-11 keeps exactly one home for a member and none for others, takes part in temporary branches only as a member, 3.3 stays inside the state table, and a refused command changes nothing', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(journey, (commands) => {
        let member = frozen(memberDecider.initial);
        const homes = new Set<string>();
        for (const command of commands) {
          const [before, facts] = [stepOf(member), frozen(attempt(member, frozen(command)))];
          for (const fact of facts) {
            member = frozen(memberDecider.evolve(member, fact));
            if (fact.type === 'BranchAssigned') {
              expect([...homes]).toEqual(fact.data.fromBranchId === undefined ? [] : [fact.data.fromBranchId]);
              homes.clear();
              homes.add(fact.data.branchId);
            }
            if (fact.type === 'MembershipEnded') expect(homes.delete(fact.data.fromBranchId)).toBe(true);
          }
          const { standing } = member;
          expect([...homes]).toEqual(standing.status === 'member' ? [standing.branchId] : []);
          expect(standing.status).not.toBe('registered');
          const attached = member.attachments.map(({ branchId }) => branchId);
          expect(standing.status === 'member' ? ['', 'org_t'] : ['']).toContain(attached.join());
          if (attached.length > 0) seen.add('attached');
          const onward = closed.includes(before)
            ? [before, 'requested', 'letterIssued', ...(before === 'refused' ? ['appealed'] : [])]
            : [...(table[before] ?? []), before];
          expect(onward).toContain(stepOf(member));
          seen.add(stepOf(member));
        }
      }),
      { numRuns: 2000, seed: 20260302 },
    );
    for (const step of ['requested', 'senderApproved', 'letterIssued', 'returned', 'expired', 'accepted', 'appealed', 'attached', ...closed])
      expect(seen).toContain(step);
  });
});
