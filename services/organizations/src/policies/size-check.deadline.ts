import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineDeadline, fromSome, intend, type Change, type DueRow, type Intent, type Recorded } from '@zhitong/eventing';
import { instantMs, shanghaiDate } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import { hasCommitteeOn } from '../application/committee.ts';
import { sizeStream } from '../domain/size/size.stream.ts';
import { membersKey, membership, type MembershipEvent } from '../projections/membership.projection.ts';

interface SizeCheckDue extends DueRow {
  readonly personId: string;
  /** Branches the person left or joined since the last check. */
  readonly branchIds: readonly string[];
}

/** Counts are read from a projection: it gets this long to take the event in, and a burst is checked once a person. */
const settleMs = 60_000;
const soon = (at: string) => new Date(instantMs(at) + settleMs).toISOString();

const check = (event: Recorded<MembershipEvent>, ...branchIds: readonly (string | undefined)[]): Change<SizeCheckDue> => ({
  key: event.data.personId,
  fold: (row) => ({
    personId: event.data.personId,
    branchIds: [...new Set([...(row?.branchIds ?? []), ...branchIds.filter((id) => id !== undefined)])],
    dueAt: soon(event.occurredAt),
  }),
});

/** A look at the size bands of one organization as it is counted now. */
export async function watch(organizationId: string, env: ServiceEnv, now: string): Promise<readonly Intent[]> {
  const tree = env.tree.current();
  const node = tree.node(organizationId);
  if (node === undefined) return [];
  const below = node.kind === 'generalBranch' ? tree.subtree(organizationId, 'line') : [organizationId];
  const tallies = [...(await env.rows(membership).tallies(below.map(membersKey))).values()];
  const sum = (name: string) => tallies.reduce((total, tally) => total + (tally[name] ?? 0), 0);
  const hasCommittee = await hasCommitteeOn(env, organizationId, shanghaiDate(now));
  const setting = (key: string) => env.settings.number(key, now, organizationId);
  return [
    intend(sizeStream, organizationId, {
      type: 'Watch',
      organizationId,
      kind: node.kind,
      full: sum('full'),
      provisional: sum('provisional'),
      hasCommittee,
      settings: {
        minFull: setting('branch.minFull'),
        committeeFrom: setting('branch.committeeFrom'),
        branchMax: setting('branch.maxMembers'),
        generalBranchMax: setting('generalBranch.maxMembers'),
      },
    }),
  ];
}

/** ORG-03: each change of a member count is followed by a look at the size bands of the branch and of the general branch above. */
export const sizeCheckDeadline = defineDeadline<SizeCheckDue, ServiceEnv>({
  name: 'size-check',
  version: 1,
  sources: [
    fromSome<MembershipEvent>(aggregates.members.member)({
      MemberRegistered: (event) => check(event),
      BranchAssigned: (event) => check(event, event.data.branchId, event.data.fromBranchId),
      MembershipSuspended: (event) => check(event),
      MembershipRestored: (event) => check(event),
      MembershipEnded: (event) => check(event, event.data.fromBranchId),
    }),
  ],
  async fire({ personId, branchIds }, now, env) {
    const home = (await env.rows(membership).get(personId))?.branchId;
    const tree = env.tree.current();
    const branches = [...new Set([...branchIds, ...(home ? [home] : [])])];
    const above = branches.flatMap((id) => tree.path(id, 'line').filter((up) => up !== id && tree.node(up)?.kind === 'generalBranch'));
    return (await Promise.all([...new Set([...branches, ...above])].map((id) => watch(id, env, now)))).flat();
  },
  expects: [],
});
