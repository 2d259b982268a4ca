import { rightsOf, type Right } from '@zhitong/catalogue';
import { ensure, shanghaiDate, type Filing } from '@zhitong/kernel';
import { grantsProjection, type Kit } from '@zhitong/platform';
import { holdsTransfers } from '../domain/flags/flags.ts';
import { flagsStream } from '../domain/flags/flags.stream.ts';
import type { Member } from '../domain/member/member.state.ts';
import { memberStream } from '../domain/member/member.stream.ts';
import type { MemberListRow } from '../projections/member-list.projection.ts';

/** The person who calls. @throws {Rejected} `FORBIDDEN_ROLE` for systems. */
export function caller({ call }: Pick<Kit, 'call'>) {
  ensure(call.subject.kind === 'person', 'FORBIDDEN_ROLE', 'Only a person can do this.');
  return call.subject;
}

/** Whether the grant acted under has a right, wherever. */
export async function holds(kit: Kit, right: Right): Promise<boolean> {
  const { grantId, personId } = caller(kit);
  const grant = (await kit.rows(grantsProjection).get(personId))?.grants.find((one) => one.grantId === grantId);
  return grant !== undefined && rightsOf[grant.role].includes(right);
}

/** A person whom a list of members shows. */
export type Listed = MemberListRow & Required<Pick<MemberListRow, 'branchId' | 'kind' | 'state' | 'joinedOn'>>;
export const isListed = (row: MemberListRow): row is Listed => row.branchId !== undefined && row.state !== undefined;

/** Home branch, or the last one of a former member. */
export const branchOf = ({ standing, transfer }: Member): string | undefined => {
  if (standing.status === 'member') return standing.branchId;
  return standing.status === 'ended' ? standing.lastBranchId : (transfer?.toCommitteeId ?? undefined);
};

/** State of a person the caller may act on, by the right of the operation at the person's branch. */
export async function allowedMember(kit: Kit, personId: string): Promise<Member> {
  const { state } = await kit.peek(memberStream, personId);
  const organizationId = branchOf(state);
  ensure(organizationId !== undefined, 'NOT_FOUND', 'There is no such person here.');
  await kit.allow({ personId, organizationId });
  return state;
}

/** An authorised body holds transfers of this person now. */
export const isHeld = async (kit: Pick<Kit, 'peek'>, personId: string): Promise<boolean> => holdsTransfers((await kit.peek(flagsStream, personId)).state);

/** A registration under way is known once its stream has an event. */
export const isKnown =
  (kit: Pick<Kit, 'peek'>) =>
  async (personId: string): Promise<boolean> =>
    (await kit.peek(memberStream, personId)).version > 0;

export const stamp = (kit: Pick<Kit, 'call'>, personId: string) => ({ personId, at: kit.call.now });
/** Nobody stands above an authorised body in its own matter: it files in time or not at all. */
export const authorityFiling = ({ settings, call }: Pick<Kit, 'settings' | 'call'>): Filing => ({
  at: call.now,
  backdateDays: settings.number('time.backdateDays', call.now),
  fromAbove: false,
});
export const todayOf = (kit: Pick<Kit, 'call'>): string => shanghaiDate(kit.call.now);
