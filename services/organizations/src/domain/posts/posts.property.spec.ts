import { expect, it } from '@jest/globals';
import { walk } from '@zhitong/testing';
import fc from 'fast-check';
import { postsDecider, type PostsCommand } from './posts.decider.ts';

const at = '2026-03-20T01:00:00.000Z';
const dated = { filing: { at, backdateDays: 90, fromAbove: false }, byId: 'per_9' } as const;
const postId = fc.constantFrom('pst_1', 'pst_2', 'pst_3', 'pst_4');
/** Also days ahead and too far back. */
const day = fc.constantFrom('2025-11-01', '2026-03-01', '2026-03-10', '2026-03-20', '2026-03-21');
const commands: fc.Arbitrary<PostsCommand> = fc.oneof(
  fc
    .record({
      postId,
      post: fc.constantFrom('secretary' as const, 'deputySecretary' as const, 'committeeMember' as const),
      personId: fc.constantFrom('per_1', 'per_2'),
      standing: fc.constantFrom('full' as const, 'full' as const, 'provisional' as const, 'suspended' as const, 'none' as const),
      organizationState: fc.constantFrom('active' as const, 'active' as const, 'underReview' as const, 'dissolved' as const),
      fullFromOn: fc.constantFrom('2020-01-01', '2025-12-01'),
      fromOn: day,
    })
    .map((fields) => ({ type: 'Fill', organizationId: 'org_1', concurrentAs: [], secretaryPartyYears: 1, ...dated, ...fields }) as const),
  fc.tuple(postId, day).map(([id, vacatedOn]) => ({ type: 'Vacate', postId: id, vacatedOn, cause: 'resigned', ...dated }) as const),
);

it('ORG-21 no sequence of commands gives an organization two secretaries, a post twice, or a vacated one back; refused commands change nothing; a history gives the same state again', () => {
  let vacated = 0;
  fc.assert(
    fc.property(fc.array(commands, { maxLength: 60, size: 'max' }), (sequence) => {
      walk(postsDecider, sequence, (before, after) => {
        const held = Object.values(after.held);
        expect(held.filter(({ type }) => type === 'secretary').length).toBeLessThanOrEqual(1);
        expect(new Set(held.map(({ type, personId }) => `${type} ${personId}`)).size).toBe(held.length);
        expect(after.vacated.slice(0, before.vacated.length)).toEqual(before.vacated);
        expect(after.vacated.filter((id) => id in after.held)).toEqual([]);
        vacated = Math.max(vacated, after.vacated.length);
      });
    }),
    { numRuns: 500, seed: 20260302 },
  );
  expect(vacated).toBeGreaterThan(1);
});
