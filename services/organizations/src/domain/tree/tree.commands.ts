import type { DissolutionReason, Level, LineReason, OrganizationKind, Sector } from '@zhitong/catalogue';
import type { Filing } from '@zhitong/kernel';

/** Who acts, for which organization; null = the system at the introduction. */
export interface Actor {
  readonly id: string;
  readonly organizationId: string | null;
}

/** What the use case knows of a person from the members' events; the lag of that projection is accepted. */
export interface MemberFact {
  readonly personId: string;
  readonly standing: 'full' | 'provisional' | 'suspended' | 'none';
}

export interface TreeSettings {
  readonly minFull: number;
  readonly jointMaxUnits: number;
  readonly approveDays: number;
  readonly lineMoveDays: number;
  readonly temporaryMaxMonths: number;
}

interface Identity {
  readonly organizationId: string;
  readonly name: string;
  readonly kind: OrganizationKind;
  readonly level: Level;
  readonly sector: Sector;
  readonly guidingOrgId?: string | undefined;
  readonly placeCode?: string | undefined;
}
export interface Registration extends Identity {
  readonly lineParentId?: string | undefined;
  readonly placeParentId?: string | undefined;
  readonly approvesMembers: boolean;
}
export interface Propose extends Identity {
  readonly type: 'Propose';
  readonly lineParentId: string;
  readonly placeParentId: string;
  readonly members: readonly MemberFact[];
  readonly units: readonly { readonly unitId: string; readonly memberIds: readonly string[] }[];
  readonly endsOn?: string | undefined;
  readonly reasonCode?: LineReason | undefined;
  readonly by: Actor;
  readonly at: string;
  readonly settings: TreeSettings;
}
interface Decision {
  readonly organizationId: string;
  readonly by: Actor;
  readonly at: string;
}
interface Dated extends Decision {
  readonly effectiveOn: string;
  readonly settings: TreeSettings;
}
/** Takes effect on a day that may lie back: as far as whoever files it may go (0.3). */
interface Filed extends Dated {
  readonly filing: Filing;
}
export interface Register {
  readonly type: 'Register';
  readonly organizations: readonly Registration[];
  readonly effectiveOn: string;
  readonly by: Actor;
}
export interface Approve extends Decision {
  readonly type: 'Approve';
}
export interface Refuse extends Decision {
  readonly type: 'Refuse';
  readonly reasonRef: string;
}
export interface NoteLateApproval {
  readonly type: 'NoteLateApproval';
  readonly organizationId: string;
  readonly at: string;
}
export interface Convert extends Filed {
  readonly type: 'Convert';
  readonly kind: OrganizationKind;
  /** Members of the organization itself, full and provisional. */
  readonly memberCount: number;
}
export interface RequestMove extends Dated {
  readonly type: 'RequestMove';
  readonly toParentId: string;
  readonly reasonCode?: LineReason | undefined;
}
export interface Release extends Decision {
  readonly type: 'Release';
}
export interface Accept extends Decision {
  readonly type: 'Accept';
}
/** Clock-driven: lets an agreed move take effect on its day and ends one that was not agreed. */
export interface SettleMove {
  readonly type: 'SettleMove';
  readonly organizationId: string;
  readonly at: string;
}
export interface Relocate extends Filed {
  readonly type: 'Relocate';
  readonly toPlaceId: string;
}
export interface LinkGuidance extends Decision {
  readonly type: 'LinkGuidance';
  readonly guidingOrgId?: string | undefined;
}
export interface Dissolve extends Filed {
  readonly type: 'Dissolve';
  readonly reasonCode: DissolutionReason;
  readonly memberCount: number;
}
export interface Extend extends Decision {
  readonly type: 'Extend';
  readonly endsOn: string;
  readonly settings: TreeSettings;
}
/** Clock-driven: the last day of a temporary branch is over. */
export interface EndTemporary extends Decision {
  readonly type: 'EndTemporary';
}
export interface Split extends Dated {
  readonly type: 'Split';
  readonly parts: readonly { readonly organizationId: string; readonly name: string; readonly kind: OrganizationKind; readonly memberIds: readonly string[] }[];
  /** Everyone whose home branch it is. */
  readonly members: readonly MemberFact[];
}
export interface Merge extends Dated {
  readonly type: 'Merge';
  readonly sourceIds: readonly string[];
}
/** Clock-driven: on the day of a split its parts become active, so that members can go there. */
export interface OpenParts {
  readonly type: 'OpenParts';
  readonly organizationId: string;
  readonly at: string;
}
/** The last member of a merged or split organization has moved. */
export interface CompleteRestructure {
  readonly type: 'CompleteRestructure';
  readonly organizationId: string;
  readonly at: string;
}
export interface ChangeApprovesMembers extends Decision {
  readonly type: 'ChangeApprovesMembers';
  readonly approvesMembers: boolean;
}

export type TreeCommand =
  | Register
  | Propose
  | Approve
  | Refuse
  | NoteLateApproval
  | Convert
  | RequestMove
  | Release
  | Accept
  | SettleMove
  | Relocate
  | LinkGuidance
  | Dissolve
  | Extend
  | EndTemporary
  | Split
  | Merge
  | OpenParts
  | CompleteRestructure
  | ChangeApprovesMembers;
