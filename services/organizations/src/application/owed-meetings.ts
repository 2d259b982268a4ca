import { isBranchKind, isLive } from '@zhitong/catalogue';
import type { ServiceEnv } from '@zhitong/platform';
import { periodOf, quotas, type Period, type QuotaKind } from '../domain/quota/period.ts';
import type { QuotaOf } from '../domain/quota/quota.decider.ts';
import { hasCommitteeOn } from './committee.ts';
import { groupsOf } from './groups.ts';

type Env = Pick<ServiceEnv, 'rows' | 'settings' | 'tree'>;

/** How many meetings of a kind are owed in a period: by the setting of its first day. */
export const neededIn = ({ settings }: Env, kind: QuotaKind, { firstOn }: Period, organizationId: string): number =>
  settings.number(quotas[kind].setting, firstOn, organizationId);

const ofBranches: readonly QuotaKind[] = ['memberMeeting', 'committeeMeeting', 'groupMeeting', 'lecture', 'themeDay', 'organizationLife'];

/** Kinds an organization may owe, by its own kind. */
export function quotaKindsOf({ tree }: Pick<Env, 'tree'>, organizationId: string): readonly QuotaKind[] {
  const node = tree.current().node(organizationId);
  if (node === undefined || !isLive(node.state)) return [];
  if (node.kind === 'leadingGroup') return ['democraticLife'];
  return isBranchKind(node.kind) ? ofBranches : [];
}

/** Groups of a branch that were there before a period began. */
async function groupsSince(env: Env, organizationId: string, { firstOn }: Period): Promise<readonly string[]> {
  return (await groupsOf(env, organizationId)).filter(({ since }) => since <= firstOn).map(({ groupId }) => groupId);
}

/** A committee that sat on the first day of a period and on its last. */
async function hadCommittee(env: Env, organizationId: string, { firstOn, lastOn }: Period): Promise<boolean> {
  const had = await Promise.all([firstOn, lastOn].map((date) => hasCommitteeOn(env, organizationId, date)));
  return had.every(Boolean);
}

/** What an organization, there since a day, owed in the periods that end with a month: full periods of existence only. */
export async function owedIn(env: Env, organizationId: string, sinceOn: string, month: string): Promise<readonly QuotaOf[]> {
  const owed: QuotaOf[] = [];
  for (const kind of quotaKindsOf(env, organizationId)) {
    const period = periodOf(kind, `${month}-01`);
    const needed = neededIn(env, kind, period, organizationId);
    if (!period.lastOn.startsWith(month) || sinceOn > period.firstOn || needed === 0) continue;
    const quota = { organizationId, kind, period: period.code, needed };
    if (kind === 'groupMeeting') owed.push(...(await groupsSince(env, organizationId, period)).map((groupId) => ({ ...quota, groupId })));
    else if (kind !== 'committeeMeeting' || (await hadCommittee(env, organizationId, period))) owed.push(quota);
  }
  return owed;
}
