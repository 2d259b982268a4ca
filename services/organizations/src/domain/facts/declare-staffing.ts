import { ensure, Rejected, shanghaiDate } from '@zhitong/kernel';
import { ensureWorking } from './attributes.ts';
import { repeats, type About, type FactOf, type FactsEvent } from './facts-event.ts';
import { dutyOf, neededFor, type Staffed, type StaffingLimits } from './staffing.ts';

export interface DeclareStaffing extends About {
  readonly type: 'DeclareStaffing';
  readonly subject: Staffed;
  readonly staff?: number | undefined;
  readonly inPost: number;
  readonly limits: StaffingLimits;
}

/** ORG-28: what is there, what the rule asks for, and how many are missing. */
export function declareStaffing(last: FactOf<'StaffingDeclared'> | null, command: DeclareStaffing): readonly FactsEvent[] {
  const { organizationId, subject, staff, inPost, limits, at, byId } = command;
  ensureWorking(subject);
  const duty = dutyOf(subject, limits);
  if (duty === null) throw new Rejected('ATTRIBUTE_NOT_ALLOWED', 'Nobody asks this organization for people for party work.', { attribute: 'staffing' });
  const needed = neededFor(duty, staff, limits);
  ensure(needed !== null && (staff === undefined || duty === 'fullTimeWorkers'), 'STAFF_NOT_ASKED', 'The staff is asked of units with a share of it.', {
    field: 'staff',
  });
  const { least, most } = needed;
  const said = { dutyCode: duty, staff, inPost, neededLeast: least, neededMost: most };
  if (repeats(last, said)) return [];
  const effectiveOn = shanghaiDate(at);
  const short: FactsEvent = { type: 'StaffingShortfallFound', data: { organizationId, effectiveOn, dutyCode: duty, inPost, needed: least } };
  return [{ type: 'StaffingDeclared', data: { organizationId, effectiveOn, ...said, declaredById: byId } }, ...(inPost < least ? [short] : [])];
}
