import { codeList, type CodeOf } from '@zhitong/kernel';

/** Kinds of party organization (requirements section 1). */
export const organizationKinds = codeList(
  'committee', // 党委
  'generalBranch', // 党总支
  'branch', // 党支部
  'jointBranch', // 联合党支部
  'temporaryBranch', // 临时党支部
  'workCommittee', // 党工委
  'leadingGroup', // 党组
  'regionalCommittee', // 区域党委
  'industryCommittee', // 行业党委
  'jointCommittee', // 联合党委
);
export type OrganizationKind = CodeOf<typeof organizationKinds>;

/** City 市, district 区, street 街道, community 社区; `base` is everything else. */
export const levels = codeList('city', 'district', 'street', 'community', 'base');
export type Level = CodeOf<typeof levels>;

export const sectors = codeList(
  'agency',
  'institution',
  'soe',
  'university',
  'school',
  'hospital',
  'community',
  'privateFirm',
  'internetFirm',
  'socialOrg',
  'park',
  'building',
  'market',
  'other',
);
export type Sector = CodeOf<typeof sectors>;

/** Managing line 条 or place 块. */
export const views = codeList('line', 'place');
export type View = CodeOf<typeof views>;

export const organizationStates = codeList('proposed', 'active', 'refused', 'underReview', 'merging', 'dissolved');
export type OrganizationState = CodeOf<typeof organizationStates>;

export const postTypes = codeList(
  'secretary',
  'deputySecretary',
  'committeeMember',
  'firstSecretary',
  'partTimeMember',
  'organizer',
  'fullTimeWorker',
  'halfTimeCadre',
  'groupHead',
);
export type PostType = CodeOf<typeof postTypes>;
