import { expect, it } from '@jest/globals';
import { walk } from '@zhitong/testing';
import fc from 'fast-check';
import { approveElection, ballot, call, enter, passed, record, runoff, shift } from './term.samples.ts';
import { termDecider } from './term.decider.ts';
import { stateOf } from './term-state.ts';
import type { TermCommand } from './term.commands.ts';

const electionId = fc.constantFrom('elc_1', 'elc_2', 'elc_3');
const termId = fc.constantFrom('trm_1', 'trm_2', 'trm_3');
const byId = fc.constantFrom('per_up', 'per_secretary');
const counts = fc.array(fc.constantFrom(4, 6, 6, 7, 8), { minLength: 1, maxLength: 4 }).map((yes) => ballot(yes));
const commands: fc.Arbitrary<TermCommand> = fc.oneof(
  termId.map((id) => enter({ termId: id })),
  fc.tuple(termId, fc.constantFrom(180, 90, null)).map(([id, days]) => passed(days, { termId: id, expiresOn: id === 'trm_1' ? '2026-03-10' : '2029-03-02' })),
  fc.constantFrom('2026-03-02', '2026-12-01', '2027-04-01').map((toOn) => shift(toOn)),
  byId.map((id) => ({ type: 'ApproveShift', organizationId: 'org_1', at: '2026-03-02T01:00:00.000Z', byId: id }) as const),
  electionId.map((id) => call({ electionId: id })),
  fc
    .tuple(electionId, counts, fc.option(fc.constantFrom('per_1', 'per_2'), { nil: undefined }))
    .map(([id, ballots, secretaryId]) => record(ballots, { electionId: id, secretaryId })),
  fc.tuple(electionId, counts).map(([id, ballots]) => ({ ...runoff(ballots), electionId: id })),
  fc.tuple(electionId, termId, byId).map(([id, next, by]) => approveElection({ electionId: id, termId: next, byId: by, reasonCode: 'noneSuitable' })),
);

/** Of requirements 1.2; null before the first term. */
const next: Readonly<Record<string, readonly string[]>> = {
  null: ['running', 'electionCalled'],
  running: ['dueSoon', 'overdue', 'electionCalled'],
  dueSoon: ['overdue', 'electionCalled', 'running'],
  overdue: ['electionCalled'],
  electionCalled: ['running'],
};

it('ORG-16 ORG-20 no sequence of commands leaves the table of terms or elects more than there are seats; refused commands change nothing; a history gives the same state again', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.array(commands, { maxLength: 60, size: 'max' }), (sequence) => {
      walk(termDecider, sequence, (before, after) => {
        const [from, to] = [String(stateOf(before)), String(stateOf(after))];
        if (from !== to) expect(next[from]).toContain(to);
        seen.add(`${from} ${to}`);
        const election = after.election;
        if (election === null) return;
        expect(election.electedIds.length + election.openSeats).toBe(election.seats);
        expect(new Set(election.electedIds).size).toBe(election.electedIds.length);
        if (election.tiedIds.length > 0) expect(election.tiedIds.length).toBeGreaterThan(election.openSeats);
      });
    }),
    { numRuns: 500, seed: 20260302 },
  );
  expect([...seen]).toEqual(expect.arrayContaining(['electionCalled running', 'overdue electionCalled', 'running dueSoon']));
});
