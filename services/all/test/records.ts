import { z } from 'zod';
import type { TestCity } from '../test-city.ts';
import type { Ids } from './specimens.ts';

/** Ids of what does not exist. */
export const nobody: Ids = idsOf({
  organizationId: 'org_nobody',
  parentId: 'org_nobody',
  personId: 'per_nobody',
  directiveId: 'dir_nobody',
  requestId: 'req_nobody',
});

function idsOf(own: {
  readonly organizationId: string;
  readonly parentId: string;
  readonly personId: string;
  readonly directiveId: string;
  readonly requestId: string;
  readonly transferId?: string;
  readonly postId?: string;
  readonly meetingId?: string;
  readonly affairId?: string;
  readonly campaignId?: string;
  readonly reviewId?: string;
  readonly grantId?: string;
  readonly unitId?: string;
  readonly importId?: string;
  readonly exportId?: string;
}): Ids {
  const {
    organizationId,
    parentId,
    personId,
    directiveId,
    requestId,
    transferId = 'trf_nobody',
    postId = 'pst_nobody',
    meetingId = 'mtg_nobody',
    affairId = 'aff_nobody',
    campaignId = 'cmp_nobody',
    reviewId = 'rev_nobody',
    grantId = 'grt_nobody',
    unitId = 'unt_nobody',
    importId = 'imp_nobody',
    exportId = 'exp_nobody',
  } = own;
  const organizations = [
    'organizationId',
    'branchId',
    'issuerId',
    'toOrganizationId',
    'toBranchId',
    'sourceId',
    'under',
    'guidingOrgId',
    'toParentId',
    'toPlaceId',
    'coveringOrgId',
  ];
  const parents = ['lineParentId', 'placeParentId', 'toCommitteeId', 'partnerId'];
  return {
    ...Object.fromEntries(organizations.map((name) => [name, organizationId])),
    ...Object.fromEntries(parents.map((name) => [name, parentId])),
    ...Object.fromEntries(['personId', 'otherId', 'memberId', 'officerId', 'liaisonId'].map((name) => [name, personId])),
    ...{ directiveId, requestId, transferId, postId, meetingId, affairId, campaignId, reviewId, grantId, unitId, importId, exportId },
    ...{ accountId: `acc_${'0'.repeat(64)}`, objectionId: `obj_${'0'.repeat(32)}` },
  };
}

export const rows = z.looseObject({ items: z.array(z.looseObject({})) });
const first = async (answer: Promise<unknown>, keep: (row: Record<string, unknown>) => boolean = () => true) => {
  const found = rows.parse(await answer).items.find(keep);
  if (!found) throw new Error('There is no such row');
  return found;
};

/** A member, a directive, a request, a transfer, a post, a term, a meeting and a matter of one branch, an import, an export, a unit of its community: none of another place has anything to do with them. */
export async function recordsOf(city: TestCity, place: string): Promise<Ids> {
  const [secretary, committee] = [city.as(`branch-${place}`), city.as(`community-${place}`)];
  const organizationId = secretary.organizationId;
  const post = await first(secretary.query('listPosts', { organizationId }));
  const member = await first(
    secretary.query('listMembers', { branchId: organizationId, limit: 50 }),
    ({ personId, kind }) => kind === 'full' && personId !== secretary.personId && personId !== committee.personId,
  );
  const personId = String(member['personId']);
  const scope = { clauses: [{ organizationIds: [organizationId] }] };
  const draft = { issuerId: committee.organizationId, kind: 'task', title: '检查', text: '请办', scope, reportDueOn: '2026-03-20' };
  const { id: directiveId } = await committee.command('draftDirective', draft);
  await committee.command('issueDirective', { directiveId });
  const { id: requestId } = await secretary.command('submitRequest', { organizationId, topicCode: 'livelihoodNeed', text: '路灯' });
  const transfer = { personId, kind: 'outOfProvince', destination: '外省某党委', duesPaidTo: '2026-03' };
  const { id: transferId } = await secretary.command('requestTransfer', transfer);
  await committee.command('enterTerm', { organizationId, startsOn: '2026-03-01' });
  const meeting = { organizationId, kinds: ['memberMeeting'], startsAt: '2026-03-02T00:30:00.000Z', title: '党员大会' };
  const { id: meetingId } = await secretary.command('planMeeting', meeting);
  await secretary.command('holdMeeting', { meetingId, heldOn: '2026-03-02' });
  const affair = { organizationId, type: 'budget', subject: '年度预算' };
  const { id: affairId } = await secretary.command('publishAffair', { ...affair, text: '收支', untilOn: '2026-03-31' });
  const ledger = { organizationId: committee.organizationId, ledger: 'industryAssociation', staff: 9, fullMembers: 3, figuresOn: '2026-03-01' };
  const { id: unitId } = await committee.command('registerUnit', { ...ledger, name: '某某协会' });
  const grantId = (await secretary.grants())[0]?.grantId ?? '';
  const campaign = { organizationId: committee.organizationId, kind: 'themeEducation', title: '主题教育', fromOn: '2026-03-01', untilOn: '2026-03-31' };
  const { id: campaignId } = await committee.command('openCampaign', campaign);
  const { id: reviewId } = await committee.command('openReview', { organizationId: committee.organizationId, untilOn: '2026-03-31' });
  const { id: importId } = await secretary.command('openImport', { organizationId, sheet: 'organizations', rows: 2 });
  const { id: exportId } = await secretary.command('requestExport', { organizationId, list: 'units', columns: ['name'], purpose: '核对' });
  const made = {
    directiveId,
    requestId,
    transferId,
    postId: String(post['postId']),
    meetingId,
    affairId,
    campaignId,
    reviewId,
    grantId,
    unitId,
    importId,
    exportId,
  };
  return idsOf({ organizationId, parentId: committee.organizationId, personId, ...made });
}
