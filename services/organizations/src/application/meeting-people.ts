import { isBranchKind, isCommitteeBody } from '@zhitong/catalogue';
import { allRows } from '@zhitong/eventing';
import { Rejected, shanghaiDate } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import type { Planned } from '../domain/meeting/meeting-state.ts';
import { groupList } from '../projections/group-list.projection.ts';
import { belongsOn, branchesOn, entitledOn, homeOn, isPerson, roster, takesPartOn, type RosterPerson } from '../projections/roster.projection.ts';
import { committeeOn, partTimeMembersOn } from './committee.ts';

type Env = Pick<ServiceEnv, 'rows' | 'tree'>;

/** Who belongs to a meeting on its day, and who of them may vote. Accepted lag: that of the members' events, seconds. */
export interface MeetingPeople {
  readonly expectedIds: readonly string[];
  readonly entitledIds: readonly string[];
}

export const dayOf = ({ heldOn, startsAt }: Planned): string => heldOn ?? shanghaiDate(startsAt);

async function people(env: Env, personIds: readonly string[]): Promise<readonly RosterPerson[]> {
  return [...(await env.rows(roster).getMany(personIds)).values()].filter(isPerson);
}

/** Everyone who belongs to a branch on a day and takes part in its life. */
async function membersOn(env: Env, branchId: string, date: string): Promise<readonly RosterPerson[]> {
  const where = [{ field: 'organizationId', eq: branchId }];
  const places = await allRows((start) => env.rows(roster).query({ where, limit: 1000, ...start }));
  const ever = await people(
    env,
    places.map(({ personId }) => personId),
  );
  return ever.filter((person) => belongsOn(person, branchId, date) && takesPartOn(person, date));
}

/** Those of them who are at home there. */
export async function residentsOn(env: Env, branchId: string, date: string): Promise<readonly RosterPerson[]> {
  return (await membersOn(env, branchId, date)).filter((person) => homeOn(person, date) === branchId);
}

const meetsAsCommittee = ({ tree }: Env, { kinds, organizationId }: Planned): boolean => {
  const kind = tree.current().node(organizationId)?.kind;
  return isCommitteeBody(kinds) || kind === undefined || !isBranchKind(kind);
};

/** Called to a joint meeting without a vote: part-time members come from other organizations. */
const joining = async (env: Env, { kinds, organizationId }: Planned, date: string): Promise<readonly string[]> =>
  kinds.includes('jointMeeting') ? partTimeMembersOn(env, organizationId, date) : [];

/** A committee meets by its seats, a group by its members, everything else is a meeting of the whole branch. */
export async function peopleOf(env: Env, meeting: Planned): Promise<MeetingPeople> {
  const { organizationId, groupId } = meeting;
  const date = dayOf(meeting);
  if (meetsAsCommittee(env, meeting)) {
    const [seated, joined] = await Promise.all([committeeOn(env, organizationId, date), joining(env, meeting, date)]);
    return { expectedIds: [...new Set([...seated, ...joined])], entitledIds: seated };
  }
  const group = groupId === null ? undefined : new Set((await env.rows(groupList).get(groupId))?.memberIds);
  const expected = (await membersOn(env, organizationId, date)).filter(({ personId }) => group?.has(personId) ?? true);
  return { expectedIds: expected.map(idOf), entitledIds: expected.filter((person) => entitledOn(person, date)).map(idOf) };
}
const idOf = ({ personId }: RosterPerson): string => personId;

/** Whether one person belongs to a meeting: as many reads for a branch of three as for one of five hundred. */
export async function belongsTo(env: Env, meeting: Planned, personId: string): Promise<boolean> {
  const { organizationId, groupId } = meeting;
  const date = dayOf(meeting);
  if (meetsAsCommittee(env, meeting)) return (await peopleOf(env, meeting)).expectedIds.includes(personId);
  if (groupId !== null && (await env.rows(groupList).get(groupId))?.memberIds.includes(personId) !== true) return false;
  return isMemberOn(env, personId, organizationId, date);
}

/** The branch in which somebody is at home on a day; null for who is in none, or not known. */
export async function homeOf(env: Pick<Env, 'rows'>, personId: string, date: string): Promise<string | null> {
  const person = await env.rows(roster).get(personId);
  return isPerson(person) ? homeOn(person, date) : null;
}

/** The branches to which somebody belongs on a day. */
export async function branchesOf(env: Pick<Env, 'rows'>, personId: string, date: string): Promise<readonly string[]> {
  const person = await env.rows(roster).get(personId);
  return isPerson(person) ? branchesOn(person, date) : [];
}

/** Whether somebody belongs to a branch on a day and takes part in its life. */
export async function isMemberOn(env: Env, personId: string, branchId: string, date: string): Promise<boolean> {
  const [person] = await people(env, [personId]);
  return person !== undefined && belongsOn(person, branchId, date) && takesPartOn(person, date);
}

/** Whether it is the branch where somebody is at home on a day and takes part in its life. */
export async function isResidentOn(env: Env, personId: string, branchId: string, date: string): Promise<boolean> {
  const [person] = await people(env, [personId]);
  return person !== undefined && homeOn(person, date) === branchId && takesPartOn(person, date);
}

/** @throws {Rejected} `NOT_FOUND` for somebody of whom the members service told nothing. */
export async function ensureKnown(env: Pick<Env, 'rows'>, personId: string): Promise<void> {
  if (!isPerson(await env.rows(roster).get(personId))) throw new Rejected('NOT_FOUND', 'There is no such person.');
}
