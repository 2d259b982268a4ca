import { codeList, type CodeOf } from '@zhitong/kernel';
import type { Level, OrganizationKind, OrganizationState } from './codes.ts';

/** Ways to be outside of the size bands (ORG-03), as warning codes without the prefix. */
export const sizeBands = codeList('SIZE_BELOW_3', 'SIZE_OVER_50', 'SIZE_OVER_100', 'COMMITTEE_DUE');
export type SizeBand = CodeOf<typeof sizeBands>;

/** Why an organization may stay outside a size band until its review (ORG-03). */
export const sizeExceptionReasons = codeList('membersExpected', 'unitTooSmall', 'restructuring', 'membersScattered', 'other');
export type SizeExceptionReason = CodeOf<typeof sizeExceptionReasons>;

/** Why an organization stands on another line than its sector usually does (ORG-09). */
export const lineReasons = codeList('historic', 'industryManaged', 'samePremises', 'reorganized', 'interim');
export type LineReason = CodeOf<typeof lineReasons>;

/** Other offices a post holder has at the same time (ORG-21; N9, N12, A33). */
export const concurrentOffices = codeList('unitHead', 'collectiveAssetsHead', 'seniorManager', 'streetPartyBuildingDeputy');
export type ConcurrentOffice = CodeOf<typeof concurrentOffices>;

export const vacancyCauses = codeList(
  'termEnded',
  'reassigned',
  'resigned',
  'removed',
  'membershipEnded',
  'membershipSuspended',
  'organizationDissolved',
  'correction',
);
export type VacancyCause = CodeOf<typeof vacancyCauses>;

export const grantStates = codeList('proposed', 'live', 'revoked', 'ended');
export type GrantState = CodeOf<typeof grantStates>;

export const accountStates = codeList('open', 'disabled');

/** Why a security administrator takes a grant back; the membership that ended says so by itself. */
export const revocationReasons = codeList('postEnded', 'noLongerNeeded', 'wrongGrant', 'securityConcern');
export type RevocationReason = CodeOf<typeof revocationReasons> | 'membershipEnded';

/** Why a log-in is refused from now on. */
export const disableReasons = codeList('left', 'lost', 'openedInError', 'securityConcern');
export type DisableReason = CodeOf<typeof disableReasons>;

export const dissolutionReasons = codeList('unitClosed', 'membersMoved', 'reorganized', 'temporaryEnded', 'registeredInError');
export type DissolutionReason = CodeOf<typeof dissolutionReasons>;

/** Grounds on which a secretary is removed (ORG-23). */
export const removalGrounds = codeList('politicallyUnfit', 'notClean', 'notCapable', 'notPerforming', 'appraisalNotCompetent');
export type RemovalGround = CodeOf<typeof removalGrounds>;

/** Where a term of a committee or secretary stands (ORG-16 to ORG-20). */
export const termStates = codeList('awaitingFirst', 'running', 'dueSoon', 'overdue', 'electionCalled');
export type TermState = CodeOf<typeof termStates>;

/** Who casts the votes (ORG-19). */
export const electionForms = codeList('members', 'delegates');
export type ElectionForm = CodeOf<typeof electionForms>;

/** Why an election is held earlier or later (ORG-18). */
export const shiftReasons = codeList('manyAway', 'restructuring', 'unitChanged', 'other');
export type ShiftReason = CodeOf<typeof shiftReasons>;

/** Why an election is for more seats than usual (ORG-19). */
export const moreSeatsReasons = codeList('manyMembers', 'manyUnits', 'widespread', 'other');
export type MoreSeatsReason = CodeOf<typeof moreSeatsReasons>;

/** Why seats stay empty after an election (ORG-20). */
export const fewerSeatsReasons = codeList('noneSuitable', 'candidatesWithdrew', 'fewerNeeded', 'filledLater', 'other');
export type FewerSeatsReason = CodeOf<typeof fewerSeatsReasons>;

/** Why somebody of little party age becomes secretary (ORG-21). */
export const newSecretaryReasons = codeList('elected', 'newOrganization', 'headOfUnit', 'nobodyElse', 'other');
export type NewSecretaryReason = CodeOf<typeof newSecretaryReasons>;

/** How the organization above has reminded of the end of a term (ORG-17). */
export const reminderMeans = codeList('letter', 'phone');
export type ReminderMeans = CodeOf<typeof reminderMeans>;

/** Where a unit of the coverage ledger stands (1.3). */
export const unitStates = codeList('found', 'dueForOrganization', 'covered', 'exempt');
export type UnitState = CodeOf<typeof unitStates>;

/** Ledgers of the coverage ledger 台账 (ORG-31). */
export const unitLedgers = codeList(
  'park',
  'building',
  'market',
  'internetFirm',
  'industryAssociation',
  'otherSocialOrg',
  'mixedPark',
  'labourDispatch',
  'privateHospital',
  'privateSchool',
  'residentialEstate',
  'ownersCommittee',
  'shareholdingCompany',
  'soe',
  'other',
);
export type UnitLedger = CodeOf<typeof unitLedgers>;

/** Attributes of an internet firm that ask for an organization of its own by themselves (ORG-32). */
export const unitFlags = codeList('nationalTop100', 'unicorn');
export type UnitFlag = CodeOf<typeof unitFlags>;

/** What makes a unit due for an organization; all but the first ask for one of its own (ORG-32). */
export const unitThresholds = codeList('fullMembers', 'nationalTop100', 'unicorn', 'largeFirm');
export type UnitThreshold = CodeOf<typeof unitThresholds>;

/** How a unit is covered by an organization (ORG-33). */
export const orgCoverages = codeList('own', 'joint', 'regional');
export type OrgCoverage = CodeOf<typeof orgCoverages>;

/** Why a street lets a unit be without an organization (ORG-33). */
export const exemptionReasons = codeList('fewMembers', 'membersElsewhere', 'closing', 'seasonal', 'other');
export type ExemptionReason = CodeOf<typeof exemptionReasons>;

/** Why no organization covers a unit any more, as the keeper of the ledger says (ORG-33). */
export const reportedLossCauses = codeList('membersLeft', 'unitChanged', 'organizationMoved');
export type CoverageLossCause = CodeOf<typeof reportedLossCauses> | 'organizationDissolved';

/** Where a reserve cadre 后备干部 stands (ORG-24). */
export const reserveStates = codeList('listed', 'trained', 'appointed', 'withdrawn');
export type ReserveState = CodeOf<typeof reserveStates>;

/** Attributes of a reserve cadre on the day of listing (ORG-24). */
export const reserveAttributes = codeList('backbone', 'young', 'woman');
export type ReserveAttribute = CodeOf<typeof reserveAttributes>;

/** Why somebody is in reserve no more (ORG-24). */
export const withdrawalReasons = codeList('declined', 'notSuitable', 'leftCommunity', 'other');
export type WithdrawalReason = CodeOf<typeof withdrawalReasons> | 'membershipEnded' | 'membershipSuspended';

/** Enterprises that are to have party work in their articles of association 章程 (ORG-14; A10, N7). */
export const enterpriseClasses = codeList('listedStateControlled', 'secondLevelOrBelow', 'mixedOwnership');
export type EnterpriseClass = CodeOf<typeof enterpriseClasses>;

/** How far party work in the articles of association has come (ORG-14). */
export const charterStates = codeList('none', 'submitted', 'adopted');
export type CharterState = CodeOf<typeof charterStates>;

/** Mass organizations 群团组织 linked to a party organization (ORG-14; A8). */
export const massOrganizations = codeList('union', 'youthLeague', 'womensFederation');
export type MassOrganization = CodeOf<typeof massOrganizations>;

/** What the term review of a street's leading group came to (ORG-15). */
export const teamReviewOutcomes = codeList('kept', 'strengthened', 'adjusted');
export type TeamReviewOutcome = CodeOf<typeof teamReviewOutcomes>;

/** What an organization has to have of people for party work (ORG-28). */
export const staffingDuties = codeList('fullTimeWorkers', 'halfTimeCadre', 'partyBuildingDeputy', 'fullTimeLeader');
export type StaffingDuty = CodeOf<typeof staffingDuties>;

/** Classes of workers of communities (ORG-29): 负责人, 主办, 辅助. */
export const workerClasses = codeList('lead', 'principal', 'assistant');
export type WorkerClass = CodeOf<typeof workerClasses>;

/** Grades of organizers 组织员 (ORG-29): 正处级, 副处级, 正科级, 副科级, 其他. */
export const organizerGrades = codeList('divisionHead', 'deputyDivisionHead', 'sectionHead', 'deputySectionHead', 'other');
export type OrganizerGrade = CodeOf<typeof organizerGrades>;

/** Results of the yearly review of organizers (ORG-29): 优秀, 称职, 基本称职, 不称职. */
export const organizerResults = codeList('excellent', 'competent', 'basicallyCompetent', 'notCompetent');
export type OrganizerResult = CodeOf<typeof organizerResults>;

/** Why a secretary of a community is audited (ORG-26). */
export const auditOccasions = codeList('election', 'leaving');
export type AuditOccasion = CodeOf<typeof auditOccasions>;

/** Why the place of an organization in the two trees is to be put in order 待理顺 (P09). */
export const disorders = codeList('parentGone', 'noPlace', 'noLine');
export type Disorder = CodeOf<typeof disorders>;

/** What puts an organization on the list of a structure review (ORG-10). */
export const reviewGrounds = codeList('sizeBand', 'noMembers', 'noMeeting', 'noRunningTerm', 'placeWithoutOrganization');
export type ReviewGround = CodeOf<typeof reviewGrounds>;

/** What a structure review decides about an organization; all but the first lead to an act (ORG-10). */
export const reviewOutcomes = codeList('keep', 'merge', 'split', 'convert', 'dissolve');
export type ReviewOutcome = CodeOf<typeof reviewOutcomes>;

/** Why it decides so (ORG-10). */
export const reviewReasons = codeList('sound', 'improving', 'tooFewMembers', 'tooManyMembers', 'inactive', 'unitGone', 'duplicated', 'servedByOther');
export type ReviewReason = CodeOf<typeof reviewReasons>;

export const branchKinds = ['branch', 'jointBranch', 'temporaryBranch'] as const satisfies readonly OrganizationKind[];
const branches: ReadonlySet<OrganizationKind> = new Set<OrganizationKind>(branchKinds);
/** Kinds that have members of their own. */
export const isBranchKind = (kind: OrganizationKind): boolean => branches.has(kind);
/** Committee kinds: all but the three branch kinds, general branch and leading group. */
export const isCommitteeKind = (kind: OrganizationKind): boolean => !branches.has(kind) && kind !== 'generalBranch' && kind !== 'leadingGroup';

const appointed: ReadonlySet<OrganizationKind> = new Set<OrganizationKind>(['workCommittee', 'leadingGroup', 'temporaryBranch']);
/** Elected for a term (ORG-16); the others are appointed, or do not last. */
export const hasTerms = (kind: OrganizationKind): boolean => !appointed.has(kind);

/** Neither refused nor dissolved: it has a place among its siblings. */
export const isLive = (state: OrganizationState): boolean => state !== 'refused' && state !== 'dissolved';

/** In ordinary life, also under review; what merges or is only proposed takes nothing new. */
export const isWorking = (state: OrganizationState): boolean => state === 'active' || state === 'underReview';

/** City 0 to base 4. */
export const rankOf: Readonly<Record<Level, number>> = { city: 0, district: 1, street: 2, community: 3, base: 4 };
