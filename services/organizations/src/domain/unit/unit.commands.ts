import type { CoverageLossCause, ExemptionReason, Level, OrganizationKind, OrganizationState } from '@zhitong/catalogue';
import type { CoverageLimits, UnitFigures } from './threshold.ts';

interface ByPerson {
  readonly at: string;
  readonly byId: string;
}

/** How figures are judged on the day they are entered. */
interface Judged {
  readonly figures: UnitFigures;
  readonly limits: CoverageLimits;
  /** Months for which figures are good. */
  readonly validMonths: number;
}

export interface RegisterUnit extends ByPerson, Judged {
  readonly type: 'RegisterUnit';
  readonly unitId: string;
  readonly organizationId: string;
  /** Whether that one leads a place, and of which level it is. */
  readonly keeper: { readonly level: Level; readonly leadsPlace: boolean };
  readonly name: string;
}
export interface UpdateUnit extends ByPerson, Judged {
  readonly type: 'UpdateUnit';
}
export interface CoverUnit extends ByPerson {
  readonly type: 'CoverUnit';
  readonly covering: { readonly organizationId: string; readonly kind: OrganizationKind; readonly state: OrganizationState };
}
export interface SetWork extends ByPerson {
  readonly type: 'SetWork';
  readonly liaisonId: string;
  readonly liaisonIsMember: boolean;
  readonly validMonths: number;
}
/** Of the organization that covers the unit, or of that one only. */
export interface LoseCoverage extends ByPerson {
  readonly type: 'LoseCoverage';
  readonly cause: CoverageLossCause;
  readonly coveringOrgId?: string | undefined;
  readonly lostOn: string;
}
export interface ExemptUnit extends ByPerson {
  readonly type: 'ExemptUnit';
  readonly reasonCode: ExemptionReason;
  /** Level of the organization that decides. */
  readonly level: Level;
}
export interface SendFirstSecretary extends ByPerson {
  readonly type: 'SendFirstSecretary';
  readonly personId: string;
  readonly isFull: boolean;
}
/** The clock has reached a day: due for too long, an exemption or a liaison's time is over. `of` is the date that day was reckoned from. */
export interface PassCoverageMoment {
  readonly type: 'PassCoverageMoment';
  readonly moment: 'overdue' | 'exemptionOver' | 'liaisonOver';
  readonly of: string;
  readonly scheduledOn: string;
  readonly limits: CoverageLimits;
  readonly at: string;
}
export type UnitCommand = RegisterUnit | UpdateUnit | CoverUnit | SetWork | LoseCoverage | ExemptUnit | SendFirstSecretary | PassCoverageMoment;
