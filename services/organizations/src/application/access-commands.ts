import * as access from '@zhitong/catalogue/operations/access.ts';
import type { Role } from '@zhitong/catalogue';
import * as posts from '@zhitong/catalogue/operations/posts.ts';
import { changeSetting as changeSettingOperation } from '@zhitong/catalogue/operations/settings.ts';
import { Rejected } from '@zhitong/kernel';
import { filingOf, useCase, type Kit } from '@zhitong/platform';
import { grantsProjection } from '@zhitong/platform/access/access.projections.ts';
import { accountIdOf, accountStream } from '../domain/account/account.stream.ts';
import { grantsStream } from '../domain/grants/grants.stream.ts';
import { postsStream } from '../domain/posts/posts.stream.ts';
import { settingStream } from '../domain/setting/setting.stream.ts';
import { membership, standingOf } from '../projections/membership.projection.ts';
import { actorOf, isSystem } from './actor.ts';
import { nodeOf } from './organization-rows.ts';

/** Posts are filed by their organization; further back only from above it. */
const dated = async (kit: Kit, organizationId: string, reason: string | undefined) => ({
  byId: actorOf(kit).id,
  filing: await filingOf(kit, { usuallyBy: organizationId, reason, owner: { organizationId } }),
});

const fillPost = useCase(posts.fillPost, async ({ organizationId, type: post, reason, ...body }, kit) => {
  await kit.allow({ organizationId });
  const member = await kit.rows(membership).get(body.personId);
  const postId = kit.newId('pst');
  return kit.handle(
    postsStream,
    organizationId,
    {
      type: 'Fill',
      postId,
      organizationId,
      post,
      ...body,
      ...(await dated(kit, organizationId, reason)),
      organizationState: nodeOf(kit.treeNow, organizationId).state,
      standing: standingOf(member),
      fullFromOn: member?.fullFromOn ?? null,
      secretaryPartyYears: kit.settings.number('post.secretaryPartyYears', body.fromOn, organizationId),
    },
    { receiptId: postId },
  );
});

const vacatePost = useCase(posts.vacatePost, async ({ organizationId, reason, ...body }, kit) => {
  await kit.allow({ organizationId });
  return kit.handle(postsStream, organizationId, { type: 'Vacate', ...body, ...(await dated(kit, organizationId, reason)) }, { receiptId: body.postId });
});

const removeSecretary = useCase(posts.removeSecretary, async ({ organizationId, reason, removedOn, ...body }, kit) => {
  await kit.allow({ organizationId });
  const authorityId = actorOf(kit).organizationId ?? organizationId;
  const command = { type: 'RemoveSecretary', removedOn, authorityId, ...body, ...(await dated(kit, organizationId, reason)) } as const;
  return kit.handle(postsStream, organizationId, command, { receiptId: body.postId });
});

const giveGrant = useCase(access.giveGrant, async (body, kit) => {
  await kit.allow({ organizationId: body.organizationId });
  const grantId = kit.newId('grt');
  return kit.handle(grantsStream, body.personId, { type: 'Give', grantId, ...body, bySystem: isSystem(kit) }, { receiptId: grantId });
});

const proposeGrant = useCase(access.proposeGrant, async (body, kit) => {
  await kit.allow({ organizationId: body.organizationId });
  const grantId = kit.newId('grt');
  return kit.handle(grantsStream, body.personId, { type: 'Propose', grantId, ...body, byId: actorOf(kit).id }, { receiptId: grantId });
});

/** Confirming and revoking ask the right at the organization the grant is for; an unknown grant is looked for where nothing is. */
async function allowGrant(kit: Kit, personId: string, grantId: string): Promise<void> {
  const { state } = await kit.peek(grantsStream, personId);
  await kit.allow({ organizationId: state[grantId]?.organizationId ?? grantId });
}

const confirmGrant = useCase(access.confirmGrant, async ({ grantId, personId }, kit) => {
  await allowGrant(kit, personId, grantId);
  return kit.handle(grantsStream, personId, { type: 'Confirm', grantId, byId: actorOf(kit).id }, { receiptId: grantId });
});

const revokeGrant = useCase(access.revokeGrant, async ({ personId, ...body }, kit) => {
  await allowGrant(kit, personId, body.grantId);
  return kit.handle(grantsStream, personId, { type: 'Revoke', ...body, byId: actorOf(kit).id }, { receiptId: body.grantId });
});

const openAccount = useCase(access.openAccount, async ({ issuer, subject, personId }, kit) => {
  await kit.allow({ personId });
  const accountId = accountIdOf(issuer, subject);
  return kit.handle(accountStream, accountId, { type: 'Open', accountId, personId, byId: actorOf(kit).id });
});

const disableAccount = useCase(access.disableAccount, async ({ accountId, reasonCode }, kit) => {
  const { state } = await kit.peek(accountStream, accountId);
  await kit.allow({ personId: state.state === 'absent' ? accountId : state.personId });
  return kit.handle(accountStream, accountId, { type: 'Disable', accountId, byId: actorOf(kit).id, reasonCode });
});

/** No fact about an account, and much too many: the audit alone keeps it. */
const recordLogIn = useCase(access.recordLogIn, async ({ personId, organizationId = null, acr = null }, kit) => {
  if (!isSystem(kit)) throw new Rejected('FORBIDDEN_ROLE', 'Log-ins are put on record by the gateway.');
  await kit.auditLogIn({ personId, organizationId, acr });
  return { id: personId, stream: 'audit', version: 0, warnings: [] };
});

/** The role of the grant acted under; null for the system. */
async function actingRole(kit: Kit): Promise<Role | null> {
  const { subject } = kit.call;
  if (subject.kind === 'system') return null;
  const row = await kit.rows(grantsProjection).get(subject.personId);
  return row?.grants.find(({ grantId }) => grantId === subject.grantId)?.role ?? 'member';
}

const changeSetting = useCase(changeSettingOperation, async ({ key, organizationId, value, effectiveOn, reason }, kit) => {
  await kit.allow({ organizationId });
  const reasonRef = await kit.content.seal({ organizationId }, 'reason', reason);
  const { level } = nodeOf(kit.treeNow, organizationId);
  return kit.handle(settingStream, key, {
    type: 'Change',
    key,
    organizationId,
    level,
    valueJson: value,
    effectiveOn,
    reasonRef,
    byId: actorOf(kit).id,
    role: await actingRole(kit),
    at: kit.call.now,
  });
});

export const accessCommands = [
  fillPost,
  vacatePost,
  removeSecretary,
  giveGrant,
  proposeGrant,
  confirmGrant,
  revokeGrant,
  openAccount,
  disableAccount,
  recordLogIn,
  changeSetting,
];
