import { attachedMembers, attachMember, detachMember } from '@zhitong/catalogue/operations/members.ts';
import { ensure, Rejected } from '@zhitong/kernel';
import { answer, listed, useCase, type Kit, type UseCase } from '@zhitong/platform';
import { isAttached } from '../domain/member/attachment.ts';
import { memberStream } from '../domain/member/member.stream.ts';
import { attachmentList } from '../projections/attachment-list.projection.ts';
import { memberList } from '../projections/member-list.projection.ts';
import { branchNow } from './organizations.ts';
import { allowedMember, isListed, stamp, todayOf } from './persons.ts';

/** Either side may end it: the temporary branch for who takes part in it, and the home branch. */
async function allowDetaching(kit: Kit, personId: string, branchId: string): Promise<void> {
  const { state } = await kit.peek(memberStream, personId);
  try {
    ensure(isAttached(state, branchId), 'NOT_FOUND', 'Nobody of this id takes part there.');
    await kit.allow({ organizationId: branchId });
  } catch (refusal) {
    if (!(refusal instanceof Rejected)) throw refusal;
    await allowedMember(kit, personId);
  }
}

/** ORG-11. */
export const attachmentUseCases: readonly UseCase[] = [
  useCase(attachMember, async ({ personId, branchId }, kit) => {
    await allowedMember(kit, personId);
    return kit.handle(memberStream, personId, { type: 'AttachMember', ...stamp(kit, personId), branch: branchNow(kit, branchId), cause: 'assignment' });
  }),
  useCase(detachMember, async ({ personId, branchId }, kit) => {
    await allowDetaching(kit, personId, branchId);
    return kit.handle(memberStream, personId, { type: 'DetachMember', ...stamp(kit, personId), branchId, cause: 'recalled', on: todayOf(kit) });
  }),
  answer(attachedMembers, async ({ organizationId, limit, cursor }, kit) => {
    await kit.allow({ organizationId });
    const where = [{ field: 'branchId', eq: organizationId }];
    const { items, ...rest } = await listed(kit.rows(attachmentList), { where, orderBy: { field: 'attachedOn', direction: 'asc' }, limit, cursor });
    const members = await kit.rows(memberList).getMany(items.map(({ personId }) => personId));
    return {
      items: items.flatMap(({ personId, attachedOn }) => {
        const member = members.get(personId);
        return member !== undefined && isListed(member) ? [{ personId, homeBranchId: member.branchId, state: member.state, attachedOn }] : [];
      }),
      ...rest,
    };
  }),
];
