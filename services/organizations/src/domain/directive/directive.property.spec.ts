import { expect, it } from '@jest/globals';
import type { DirectiveDrafted } from '@zhitong/contracts/events/zhitong/organizations/v1/directive_events.ts';
import { shanghaiDate } from '@zhitong/kernel';
import { walk } from '@zhitong/testing';
import fc from 'fast-check';
import type { DirectiveSettings } from './directive-clock.ts';
import type { DirectiveCommand } from './directive.commands.ts';
import { directiveDecider } from './directive.decider.ts';

/** Requirements 2.1; a draft nobody has seen can be thrown away. */
const table: Readonly<Record<string, readonly string[]>> = {
  absent: ['draft'],
  draft: ['absent', 'issued'],
  issued: ['closed', 'recalled'],
  closed: [],
  recalled: [],
};

const settings: DirectiveSettings = { ackHours: 72, urgentAckHours: 24, minReportWorkdays: 3, burdenCap: 5, maxHops: 1, calendar: [] };
const clause = { levelCodes: ['base'], kindCodes: [], sectorCodes: [], organizationIds: [] };
const begin = '2026-03-02T01:00:00.000Z';
const instant = fc.integer({ min: 0, max: 30 * 24 }).map((hours) => new Date(Date.parse(begin) + hours * 3_600_000).toISOString());
const hash = fc.constantFrom('a1', 'b2', 'c3');

const draft: fc.Arbitrary<DirectiveDrafted> = fc
  .record({
    kind: fc.constantFrom('task', 'notice', 'survey'),
    textHash: hash,
    draftedById: fc.constantFrom('per_a', 'per_b'),
    reportDueOn: fc.constantFrom(undefined, '2026-03-20'),
  })
  .map((fields) => ({
    directiveId: 'dir_1',
    issuerId: 'org_city',
    titleRef: 'txt_t',
    textRef: 'txt_1',
    clauses: [clause],
    excludeIds: [],
    urgent: false,
    forwardingAllowed: true,
    draftedAt: begin,
    ...fields,
  }));
const issue = fc.tuple(instant, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 3 })).map(
  ([at, burden, addresseeCount]) =>
    ({
      type: 'IssueDirective',
      actorId: 'per_a',
      at,
      treeVersion: 7,
      issuerLevel: 'city',
      view: 'place',
      addresseeCount,
      burden,
      askedBefore: false,
      settings,
    }) as const,
);
const amend = fc
  .tuple(instant, fc.boolean(), hash)
  .map(([at, material, textHash]) => ({ type: 'AmendDirective', at, material, textRef: 'txt_2', textHash, settings }) as const);
const forward = fc.tuple(instant, fc.constantFrom('dir_1', 'dir_2', 'dir_3'), fc.constantFrom('dir_2', 'dir_3'), fc.boolean()).map(
  ([at, parentDirectiveId, childDirectiveId, isAddressee]) =>
    ({
      type: 'ForwardDirective',
      at,
      actorId: 'per_s',
      parentDirectiveId,
      childDirectiveId,
      organizationId: 'org_s1',
      organizationLevel: 'street',
      ancestorIds: ['org_city', 'org_d1', 'org_s1'],
      isAddressee,
      scope: { clauses: [clause], excludeIds: [] },
      treeVersion: 8,
      addresseeCount: 2,
      settings,
    }) as const,
);
const commands: fc.Arbitrary<DirectiveCommand> = fc.oneof(
  { weight: 2, arbitrary: draft.map((drafted) => ({ type: 'DraftDirective', draft: drafted }) as const) },
  draft.map((drafted) => ({ type: 'EditDraft', draft: drafted }) as const),
  { weight: 4, arbitrary: issue },
  amend,
  forward,
  instant.map((at) => ({ type: 'RemindDirective', at, today: shanghaiDate(at) }) as const),
  fc
    .tuple(instant, fc.constantFrom('acknowledgeHalfTime' as const, 'acknowledgeOver' as const), fc.integer({ min: 1, max: 3 }))
    .map(([at, moment, textVersion]) => ({ type: 'PassMoment', at, moment, textVersion }) as const),
  fc
    .tuple(instant, fc.shuffledSubarray(['org_b1', 'org_b2', 'org_b3'], { minLength: 1, maxLength: 2 }))
    .map(
      ([at, [fromOrganizationId = 'org_b1', toOrganizationId]]) => ({ type: 'MoveDuty', at, fromOrganizationId, toOrganizationId, treeVersion: 9 }) as const,
    ),
  instant.map((at) => ({ type: 'DiscardDraft', at, actorId: 'per_a' }) as const),
  instant.map((at) => ({ type: 'RecallDirective', at, reasonRef: 'txt_r' }) as const),
  instant.map((at) => ({ type: 'CloseDirective', at, cause: 'byHand' }) as const),
);

it('LINK-01 LINK-08 no sequence of commands leaves the table or takes a text version back; refused commands change nothing; a history gives the same state again', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.array(commands, { maxLength: 30, size: 'max' }), (sequence) => {
      walk(directiveDecider, sequence, (before, after) => {
        seen.add(after.status);
        if (after.status !== before.status) expect(table[before.status]).toContain(after.status);
        if (!('terms' in before) || !('terms' in after)) return;
        expect(after.terms.textVersion - before.terms.textVersion).toBeGreaterThanOrEqual(0);
        if (after.terms.textVersion === before.terms.textVersion) expect(after.terms).toEqual(before.terms);
        expect(new Set(after.passed).size).toBe(after.passed.length);
        expect(after.forwards.every(({ hops }) => hops <= settings.maxHops)).toBe(true);
        expect(after.addressees.addedIds.filter((id) => after.addressees.leftIds.includes(id))).toEqual([]);
      });
    }),
    { numRuns: 1000, seed: 20260302 },
  );
  expect([...seen].sort()).toEqual(Object.keys(table).sort());
});
