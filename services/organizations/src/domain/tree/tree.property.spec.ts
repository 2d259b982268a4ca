import { expect, it } from '@jest/globals';
import { isLive, rankOf } from '@zhitong/catalogue';
import { fold } from '@zhitong/kernel';
import { TreeHistory } from '@zhitong/platform/access/tree-history.ts';
import { walk } from '@zhitong/testing';
import fc from 'fast-check';
import { mayStandBelow } from './structure.ts';
import type { TreeCommand } from './tree.commands.ts';
import { treeDecider } from './tree.decider.ts';
import { at, full, officer, past, propose, settings } from './tree.samples.ts';
import { emptyTree, nameKey, put, seatKey, upwards, type Organization, type TreeState } from './tree-state.ts';

const small = fold(treeDecider, past);
const born = ['org_n1', 'org_n2', 'org_n3', 'org_n4'];
const anyone = fc.oneof(fc.constantFrom(...small.organizations.keys()), fc.constantFrom('org_branch', ...born));
const committee = fc.constantFrom('org_city', 'org_district', 'org_street', 'org_community', 'org_other');
const branchKind = fc.constantFrom('branch' as const, 'jointBranch' as const);
const persons = ['per_1', 'per_2', 'per_3', 'per_4', 'per_5', 'per_6', 'per_7', 'per_8'];
const memberCount = fc.constantFrom(0, 0, 0, 2);
const later = '2026-03-09T01:00:00.000Z';
/** Who proposed decides on nothing of it; the agencies have no say below the district. */
const by = fc.constantFrom(officer('org_city'), officer('org_city'), officer('org_city', 'per_9'), officer('org_agencies'));
const decision = fc.record({ organizationId: anyone, by, at: fc.constantFrom(at, at, later) });
const dated = fc.record({ organizationId: anyone, by, at: fc.constant(at), effectiveOn: fc.constantFrom('2026-03-02', '2026-03-02', '2026-03-09') });
const filing = { at, backdateDays: 90, fromAbove: false };

/** Of a temporary branch: over by the second moment or not, sometimes too far ahead. */
const lastDays = fc.constantFrom('2026-03-05', '2026-03-08', '2026-03-09', '2027-03-02', '2027-03-04');

const founding = fc
  .record({ organizationId: fc.constantFrom(...born), name: fc.constantFrom('a', 'b', 'org_branch'), lineParentId: committee, placeParentId: committee, by })
  .chain((fields) =>
    fc.oneof(
      fc
        .tuple(branchKind, fc.subarray(persons, { minLength: 2, maxLength: 4 }))
        .map(([kind, ids]) => propose({ ...fields, kind, sector: 'other', members: full(...ids) })),
      fc.constantFrom('committee' as const, 'generalBranch' as const).map((kind) => propose({ ...fields, kind, sector: 'other', members: [] })),
      fc
        .tuple(fc.subarray(persons, { minLength: 2, maxLength: 4 }), lastDays)
        .map(([ids, endsOn]) => propose({ ...fields, kind: 'temporaryBranch', sector: 'other', members: full(...ids), endsOn })),
      fc
        .constantFrom('440304001001', '440304001003')
        .map((placeCode) => propose({ ...fields, kind: 'committee', level: 'community', placeCode, sector: 'other', members: [] })),
    ),
  );
/** Two persons agree on a move, on its day or before it. */
const move = fc.tuple(dated, committee).map(([command, toParentId]): TreeCommand[] => {
  const { organizationId } = command;
  return [
    { type: 'RequestMove', toParentId, reasonCode: 'interim', settings, ...command },
    { type: 'Release', organizationId, by: officer('org_city'), at },
    { type: 'Accept', organizationId, by: officer('org_city', 'per_9'), at },
  ];
});
const part = (organizationId: string, memberIds: readonly string[]) =>
  fc.record({ organizationId: fc.constant(organizationId), name: fc.constantFrom('a', 'b', 'c'), kind: branchKind, memberIds: fc.constant(memberIds) });
const split = fc
  .tuple(dated, fc.constantFrom(['org_n1', 'org_n2'] as const, ['org_n3', 'org_n4'] as const), fc.constantFrom(persons.slice(0, 6), persons.slice(1)))
  .chain(([command, [one, other], ids]) =>
    fc
      .tuple(part(one, ids.slice(0, 3)), part(other, ids.slice(3)))
      .map((parts) => ({ type: 'Split', parts, members: full(...ids), settings, ...command }) as const),
  );

const command: fc.Arbitrary<TreeCommand> = fc.oneof(
  { weight: 3, arbitrary: founding },
  { weight: 3, arbitrary: decision.map((fields) => ({ type: 'Approve', ...fields }) as const) },
  decision.map((fields) => ({ type: 'Refuse', reasonRef: 'txt_1', ...fields }) as const),
  fc
    .tuple(dated, fc.constantFrom('branch' as const, 'generalBranch' as const, 'committee' as const, 'temporaryBranch' as const), memberCount)
    .map(([fields, kind, count]) => ({ type: 'Convert', kind, memberCount: count, filing, settings, ...fields }) as const),
  decision.map(({ organizationId, at: now }) => ({ type: 'SettleMove', organizationId, at: now }) as const),
  fc.tuple(dated, committee).map(([fields, toPlaceId]) => ({ type: 'Relocate', toPlaceId, filing, settings, ...fields }) as const),
  fc.tuple(decision, fc.option(committee, { nil: undefined })).map(([fields, guidingOrgId]) => ({ type: 'LinkGuidance', guidingOrgId, ...fields }) as const),
  fc
    .tuple(dated, memberCount)
    .map(([fields, count]) => ({ type: 'Dissolve', reasonCode: 'reorganized', memberCount: count, filing, settings, ...fields }) as const),
  fc.tuple(decision, lastDays).map(([fields, endsOn]) => ({ type: 'Extend', endsOn, settings, ...fields }) as const),
  { weight: 2, arbitrary: decision.map((fields) => ({ type: 'EndTemporary', ...fields }) as const) },
  { weight: 2, arbitrary: split },
  fc.tuple(dated, anyone).map(([fields, sourceId]) => ({ type: 'Merge', sourceIds: [sourceId], settings, ...fields }) as const),
  fc
    .tuple(fc.constantFrom('OpenParts' as const, 'CompleteRestructure' as const), decision)
    .map(([type, { organizationId, at: now }]) => ({ type, organizationId, at: now })),
  fc.tuple(decision, fc.boolean()).map(([fields, approvesMembers]) => ({ type: 'ChangeApprovesMembers', approvesMembers, ...fields }) as const),
);
const history = fc
  .array(fc.oneof({ weight: 5, arbitrary: command.map((one) => [one]) }, { weight: 1, arbitrary: move }), { maxLength: 30, size: 'max' })
  .map((steps) => steps.flat());

const all = (tree: TreeState): readonly Organization[] => [...tree.organizations.values()];

/** One root, and from everywhere a way up to it, on both lines. */
function* unrooted(tree: TreeState): Generator<string> {
  for (const parent of ['lineParentId', 'placeParentId'] as const) {
    const roots = all(tree).filter((organization) => organization[parent] === null);
    if (roots.length !== 1) yield `${parent}: ${roots.length} roots`;
    for (const { organizationId } of all(tree)) {
      const seen = new Set<string>();
      for (const above of upwards(tree, organizationId, parent)) {
        if (seen.has(above.organizationId)) return yield `${organizationId} stands below itself`;
        seen.add(above.organizationId);
      }
      if (!seen.has('org_city')) yield `${organizationId} does not stand in the city`;
    }
  }
}

/** Who lives stands below the living, of a kind that takes it, in a place of a higher level. */
function* misplaced(tree: TreeState, { organizationId, kind, level, lineParentId, placeParentId }: Organization): Generator<string> {
  const line = tree.organizations.get(lineParentId ?? '');
  const place = tree.organizations.get(placeParentId ?? '');
  if (line === undefined || place === undefined) return;
  if (!isLive(line.state) || !isLive(place.state)) yield `${organizationId} stands below what is over`;
  if (!mayStandBelow(line.kind, kind)) yield `${organizationId}: a ${kind} below a ${line.kind}`;
  if (place.placeCode === null || rankOf[place.level] >= rankOf[level]) yield `${organizationId} of level ${level} in a place of level ${place.level}`;
}

/** What is over holds nothing: no children, name, seat, founders, proposal or move. */
function* heldBy(tree: TreeState, { organizationId: id, lineParentId, name, level, placeCode, move, proposal }: Organization): Generator<string> {
  const below = (tree.lineChildren.get(id)?.size ?? 0) + (tree.placeChildren.get(id)?.size ?? 0);
  if (below > 0) yield `${id} is over and has ${below} below it`;
  if (tree.names.get(nameKey(lineParentId, name)) === id) yield `${id} is over and keeps its name`;
  if (tree.seats.get(seatKey(level, placeCode ?? '')) === id) yield `${id} is over and keeps its seat`;
  if (tree.promised.includes(id)) yield `${id} is over and keeps its founders`;
  if (move !== undefined || proposal !== undefined) yield `${id} is over and waits`;
}

/** Who is proposed waits for a decision, or for the day of the split it comes from. */
function* forgotten(tree: TreeState, { organizationId, state, proposal }: Organization): Generator<string> {
  const splitsInto = (other: Organization) => other.state === 'underReview' && other.restructure?.intoIds.includes(organizationId) === true;
  if (state === 'proposed' && proposal === undefined && !all(tree).some(splitsInto)) yield `nobody decides on ${organizationId}`;
}

/** A temporary branch, and only that, has a last day, and stays what it is. */
function* untimely({ organizationId, kind, endsOn }: Organization): Generator<string> {
  if ((kind === 'temporaryBranch') !== (endsOn !== undefined)) yield `${organizationId} is a ${kind} until ${endsOn}`;
}

const indexes = ({ names, seats, promised }: TreeState) => ({ names: names.toObject(), seats: seats.toObject(), promised: promised.toObject() });

const faults = (tree: TreeState): readonly string[] => [
  ...unrooted(tree),
  ...all(tree).flatMap((one) => [...untimely(one), ...(isLive(one.state) ? [...misplaced(tree, one), ...forgotten(tree, one)] : heldBy(tree, one))]),
];

it('ORG-01 ORG-02 ORG-05 ORG-06 ORG-07 ORG-08 ORG-11 no sequence of commands breaks the tree; refused commands change nothing; a history gives the same state again', () => {
  const seen = new Set<string>();
  let ended = 0;
  fc.assert(
    fc.property(history, (sequence) => {
      walk({ ...treeDecider, initial: small }, sequence, (before, after, { type, data }) => {
        if (type === 'TemporaryBranchEnded') {
          ended += 1;
          expect(before.organizations.get(data.organizationId)).toMatchObject({ kind: 'temporaryBranch', state: 'active', endsOn: data.endsOn });
        }
        if (type === 'OrganizationDissolved') expect(isLive(after.organizations.get(data.successorId)?.state ?? 'dissolved')).toBe(true);
        for (const { state } of all(after)) seen.add(state);
        expect(faults(after)).toEqual([]);
        expect(indexes(after)).toEqual(indexes(all(after).reduce(put, emptyTree)));
      });
    }),
    { numRuns: 500, seed: 20260302 },
  );
  expect([...seen].sort()).toEqual(['active', 'dissolved', 'merging', 'proposed', 'refused', 'underReview']);
  expect(ended).toBeGreaterThan(0);
});

/** What every service knows of an organization. */
const known = (tree: TreeState) =>
  all(tree).map(
    ({ proposal: _proposal, founders: _founders, move: _move, restructure: _restructure, successorId: _successorId, endsOn: _endsOn, ...node }) => node,
  );
const byId = (one: { readonly organizationId: string }, other: { readonly organizationId: string }) => (one.organizationId < other.organizationId ? -1 : 1);

it('every service reads out of the facts what they were decided on', () => {
  fc.assert(
    fc.property(history, (sequence) => {
      const read = new TreeHistory();
      let version = 0;
      for (const fact of past) read.apply(fact, ++version);
      walk({ ...treeDecider, initial: small }, sequence, (_before, after, fact) => {
        read.apply(fact, ++version);
        expect([...read.current().nodes()].map(({ since: _since, changed: _changed, ...node }) => node)).toEqual(known(after).sort(byId));
      });
    }),
    { numRuns: 200, seed: 20260302 },
  );
});
