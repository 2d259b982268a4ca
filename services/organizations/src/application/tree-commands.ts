import * as tree from '@zhitong/catalogue/operations/tree.ts';
import { isCommitteeKind } from '@zhitong/catalogue';
import { filingOf, useCase, type Kit } from '@zhitong/platform';
import type { TreeCommand } from '../domain/tree/tree.commands.ts';
import { treeId, treeStream } from '../domain/tree/tree.stream.ts';
import { sizeStream } from '../domain/size/size.stream.ts';
import { actorOf, memberCount, memberFacts, membersOf, treeSettings } from './actor.ts';

const change = (kit: Kit, organizationId: string, command: TreeCommand) => kit.handle(treeStream, treeId, command, { receiptId: organizationId });

/** What every decision on an organization carries. */
const decision = (kit: Kit, organizationId: string) => ({ organizationId, by: actorOf(kit), at: kit.call.now, settings: treeSettings(kit, organizationId) });

/** A change of an earlier day is filed by the nearest committee above; further back only from above that one. */
async function filed(kit: Kit, organizationId: string, reason: string | undefined) {
  const above = kit.treeNow.path(organizationId, 'line').slice(0, -1);
  const usuallyBy = above.findLast((id) => isCommitteeKind(kit.treeNow.node(id)?.kind ?? 'branch')) ?? organizationId;
  return { ...decision(kit, organizationId), filing: await filingOf(kit, { usuallyBy, reason, owner: { organizationId } }) };
}

const registerOrganizations = useCase(tree.registerOrganizations, async ({ organizations, effectiveOn }, kit) => {
  const first = organizations[0]?.organizationId ?? treeId;
  await kit.allow({ organizationId: first });
  return change(kit, first, { type: 'Register', organizations, effectiveOn, by: actorOf(kit) });
});

const proposeOrganization = useCase(tree.proposeOrganization, async ({ memberIds, units, ...body }, kit) => {
  await kit.allow({ organizationId: body.lineParentId });
  const organizationId = kit.newId('org');
  const members = await memberFacts(kit, [...memberIds, ...units.flatMap((unit) => unit.memberIds)]);
  return change(kit, organizationId, { type: 'Propose', ...body, ...decision(kit, body.lineParentId), organizationId, members, units });
});

const approveOrganization = useCase(tree.approveOrganization, async ({ organizationId }, kit) => {
  await kit.allow({ organizationId });
  return change(kit, organizationId, { type: 'Approve', ...decision(kit, organizationId) });
});

const refuseOrganization = useCase(tree.refuseOrganization, async ({ organizationId, reason }, kit) => {
  await kit.allow({ organizationId });
  const reasonRef = await kit.content.seal({ organizationId }, 'reason', reason);
  return change(kit, organizationId, { type: 'Refuse', ...decision(kit, organizationId), reasonRef });
});

const convertOrganization = useCase(tree.convertOrganization, async ({ organizationId, reason, ...body }, kit) => {
  await kit.allow({ organizationId });
  return change(kit, organizationId, {
    type: 'Convert',
    ...body,
    ...(await filed(kit, organizationId, reason)),
    memberCount: await memberCount(kit, organizationId),
  });
});

const moveOrganization = useCase(tree.moveOrganization, async ({ organizationId, ...body }, kit) => {
  await kit.allow({ organizationId });
  return change(kit, organizationId, { type: 'RequestMove', ...body, ...decision(kit, organizationId) });
});

const releaseOrganization = useCase(tree.releaseOrganization, async ({ organizationId }, kit) => {
  await kit.allow({ organizationId });
  return change(kit, organizationId, { type: 'Release', ...decision(kit, organizationId) });
});

/** The new parent accepts: it does not stand above the organization yet, so the right is asked at the parent named in the request. */
const acceptOrganization = useCase(tree.acceptOrganization, async ({ organizationId }, kit) => {
  const { state } = await kit.peek(treeStream, treeId);
  await kit.allow({ organizationId: state.organizations.get(organizationId)?.move?.toParentId ?? organizationId });
  return change(kit, organizationId, { type: 'Accept', ...decision(kit, organizationId) });
});

const relocateOrganization = useCase(tree.relocateOrganization, async ({ organizationId, reason, ...body }, kit) => {
  await kit.allow({ organizationId });
  return change(kit, organizationId, { type: 'Relocate', ...body, ...(await filed(kit, organizationId, reason)) });
});

const linkGuidance = useCase(tree.linkGuidance, async ({ organizationId, guidingOrgId }, kit) => {
  await kit.allow({ organizationId });
  return change(kit, organizationId, { type: 'LinkGuidance', guidingOrgId, ...decision(kit, organizationId) });
});

const dissolveOrganization = useCase(tree.dissolveOrganization, async ({ organizationId, reason, ...body }, kit) => {
  await kit.allow({ organizationId });
  return change(kit, organizationId, {
    type: 'Dissolve',
    ...body,
    ...(await filed(kit, organizationId, reason)),
    memberCount: await memberCount(kit, organizationId),
  });
});

const extendTemporaryBranch = useCase(tree.extendTemporaryBranch, async ({ organizationId, endsOn }, kit) => {
  await kit.allow({ organizationId });
  return change(kit, organizationId, { type: 'Extend', endsOn, ...decision(kit, organizationId) });
});

const splitOrganization = useCase(tree.splitOrganization, async ({ organizationId, parts, effectiveOn }, kit) => {
  await kit.allow({ organizationId });
  const named = parts.map((part, index) => ({ ...part, organizationId: `${kit.newId('org')}.${index + 1}` }));
  return change(kit, organizationId, {
    type: 'Split',
    ...decision(kit, organizationId),
    effectiveOn,
    parts: named,
    members: await membersOf(kit, organizationId),
  });
});

const mergeOrganizations = useCase(tree.mergeOrganizations, async ({ organizationId, ...body }, kit) => {
  await kit.allow({ organizationId });
  for (const sourceId of body.sourceIds) await kit.allow({ organizationId: sourceId });
  return change(kit, organizationId, { type: 'Merge', ...body, ...decision(kit, organizationId) });
});

const grantSizeException = useCase(tree.grantSizeException, async (body, kit) => {
  await kit.allow({ organizationId: body.organizationId });
  return kit.handle(sizeStream, body.organizationId, { type: 'Except', ...body, byId: actorOf(kit).id, at: kit.call.now });
});

const changeApprovesMembers = useCase(tree.changeApprovesMembers, async ({ organizationId, approvesMembers }, kit) => {
  await kit.allow({ organizationId });
  return change(kit, organizationId, { type: 'ChangeApprovesMembers', approvesMembers, ...decision(kit, organizationId) });
});

export const treeCommands = [
  registerOrganizations,
  proposeOrganization,
  approveOrganization,
  refuseOrganization,
  convertOrganization,
  moveOrganization,
  releaseOrganization,
  acceptOrganization,
  relocateOrganization,
  linkGuidance,
  dissolveOrganization,
  extendTemporaryBranch,
  splitOrganization,
  mergeOrganizations,
  grantSizeException,
  changeApprovesMembers,
];
