import { expect, it } from '@jest/globals';
import type { Role } from '@zhitong/catalogue';
import { walk } from '@zhitong/testing';
import fc from 'fast-check';
import { grantsDecider, type GrantsCommand } from './grants.decider.ts';

/** Where a grant may go; what is revoked or has ended stays so. */
const table: Readonly<Record<string, readonly string[]>> = {
  absent: ['proposed', 'live'],
  proposed: ['live', 'revoked'],
  live: ['revoked', 'ended'],
  revoked: [],
  ended: ['revoked'],
};
const administrators = ['systemAdministrator', 'securityAdministrator', 'auditAdministrator'] as const;

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-03-${String(n).padStart(2, '0')}`);
const grantId = fc.constantFrom('grt_1', 'grt_2', 'grt_3', 'grt_4');
const person = fc.constantFrom('per_1', 'per_8', 'per_9');
const body = fc.record({
  grantId,
  personId: fc.constant('per_1'),
  role: fc.constantFrom<Role>('secretary', 'financeOfficer', 'member', ...administrators),
  organizationId: fc.constantFrom('org_1', 'org_2'),
  view: fc.constantFrom('line' as const, 'place' as const),
  fromOn: day,
  untilOn: fc.option(day, { nil: undefined }),
});
const commands: fc.Arbitrary<GrantsCommand> = fc.oneof(
  fc.tuple(body, person).map(([fields, byId]) => ({ type: 'Propose', ...fields, byId }) as const),
  fc.tuple(body, fc.boolean()).map(([fields, bySystem]) => ({ type: 'Give', ...fields, bySystem }) as const),
  { weight: 3, arbitrary: fc.tuple(grantId, person).map(([id, byId]) => ({ type: 'Confirm', grantId: id, byId }) as const) },
  fc.tuple(grantId, person).map(([id, byId]) => ({ type: 'Revoke', grantId: id, byId, reasonCode: 'postEnded' }) as const),
  fc.tuple(grantId, day).map(([id, endedOn]) => ({ type: 'End', grantId: id, endedOn, cause: 'postVacated' }) as const),
);

const lives = (grant: { readonly state: string; readonly fromOn: string; readonly untilOn?: string | undefined }, on: string) =>
  grant.state === 'live' && grant.fromOn <= on && (grant.untilOn === undefined || on <= grant.untilOn);

it('SEC-12 SEC-13 no sequence of commands leaves the table or joins what excludes each other; refused commands change nothing; a history gives the same state again', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.array(commands, { maxLength: 30, size: 'max' }), (sequence) => {
      walk(grantsDecider, sequence, (before, after) => {
        for (const [id, { state, proposedById }] of Object.entries(after)) {
          const was = before[id]?.state ?? 'absent';
          if (was !== state) seen.add(`${was} -> ${state}`);
          if (was !== state) expect(table[was]).toContain(state);
          expect(proposedById).not.toBe('per_1');
        }
        for (let n = 1; n <= 28; n++) {
          const on = `2026-03-${String(n).padStart(2, '0')}`;
          const held = new Set<Role>(Object.values(after).flatMap((grant) => (lives(grant, on) && grant.role !== 'member' ? [grant.role] : [])));
          if (administrators.some((role) => held.has(role))) expect(held.size).toBe(1);
        }
      });
    }),
    { numRuns: 500, seed: 20260302 },
  );
  for (const move of ['absent -> proposed', 'absent -> live', 'proposed -> live', 'proposed -> revoked', 'live -> revoked', 'live -> ended'])
    expect(seen).toContain(move);
});
