import { expect, it } from '@jest/globals';
import { walk } from '@zhitong/testing';
import fc from 'fast-check';
import { asksForOwn } from './threshold.ts';
import { unitDecider } from './unit.decider.ts';
import { cover, exempt, large, lose, pass, register, send, update, work } from './unit.samples.ts';
import type { UnitCommand } from './unit.commands.ts';

const day = fc.integer({ min: 0, max: 900 }).map((days) => new Date(Date.UTC(2026, 2, 2 + days)).toISOString().slice(0, 10));
const figures = fc.constantFrom({ fullMembers: 2 }, { fullMembers: 3 }, large, { ...large, fullMembers: 5 }, {
  ledger: 'industryAssociation',
  fullMembers: 4,
} as const);
const commands: fc.Arbitrary<UnitCommand> = fc.oneof(
  figures.map((fields) => register(fields)),
  fc.tuple(figures, day).map(([fields, on]) => update(fields, { at: `${on}T01:00:00.000Z` })),
  fc.constantFrom('branch', 'jointBranch', 'regionalCommittee', 'leadingGroup').map((kind) => cover(kind)),
  day.map((on) => work({ at: `${on}T01:00:00.000Z` })),
  fc.tuple(day, fc.constantFrom(undefined, 'org_branch')).map(([lostOn, coveringOrgId]) => lose({ lostOn, coveringOrgId })),
  fc.constantFrom('street', 'community').map((level) => exempt({ level })),
  fc.constant(send()),
  fc
    .tuple(fc.constantFrom('overdue', 'exemptionOver', 'liaisonOver'), fc.constantFrom('2026-03-02', '2027-03-02'), day)
    .map(([moment, of, on]) => pass(moment, of, on)),
);

/** Of requirements 1.3; what happens within one commit stands here step by step. */
const next: Readonly<Record<string, readonly string[]>> = {
  absent: ['found'],
  found: ['dueForOrganization', 'exempt'],
  dueForOrganization: ['covered', 'exempt'],
  covered: ['dueForOrganization'],
  exempt: ['found'],
};

it('ORG-31 ORG-33 no sequence of commands leaves the table of units; refused commands change nothing; a history gives the same state again', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.array(commands, { maxLength: 60, size: 'max' }), (sequence) => {
      walk(unitDecider, sequence, (before, after) => {
        const [from, to] = [before?.state ?? 'absent', after?.state ?? 'absent'];
        if (from !== to) expect(next[from]).toContain(to);
        seen.add(`${from} ${to}`);
        if (after === null) return;
        const { state, covering, threshold, dueSinceOn, exemptUntilOn, overdue } = after;
        expect(dueSinceOn !== null).toBe(state === 'dueForOrganization');
        expect(exemptUntilOn !== null).toBe(state === 'exempt');
        expect(threshold !== null).toBe(state === 'dueForOrganization' || state === 'covered');
        if (overdue) expect(state).toBe('dueForOrganization');
        if (state === 'covered') expect([covering === null, asksForOwn(threshold) && covering?.as !== 'own']).toEqual([false, false]);
      });
    }),
    { numRuns: 500, seed: 20260302 },
  );
  expect([...seen]).toEqual(expect.arrayContaining(['found dueForOrganization', 'dueForOrganization covered', 'covered dueForOrganization', 'exempt found']));
});
