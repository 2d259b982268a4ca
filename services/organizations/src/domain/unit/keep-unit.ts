import { rankOf, type UnitThreshold } from '@zhitong/catalogue';
import { addMonths, ensure, ensureNotAhead, shanghaiDate } from '@zhitong/kernel';
import { asksForOwn, thresholdOf, type CoverageLimits, type UnitFigures } from './threshold.ts';
import { figuresOnWire, notBefore, registered, type Entry, type Unit, type UnitEvent } from './unit-state.ts';
import type { PassCoverageMoment, RegisterUnit, UpdateUnit } from './unit.commands.ts';

interface Judging {
  readonly unit: Pick<Unit, 'unitId' | 'organizationId'>;
  readonly figures: UnitFigures;
  readonly limits: CoverageLimits;
  readonly on: string;
  /** What made it due before; null where nothing did. */
  readonly before: UnitThreshold | null;
}

/** ORG-32: what is due stays due when its figures shrink; the street may exempt it. */
function reached({ unit: { unitId, organizationId }, figures, limits, on, before }: Judging): readonly UnitEvent[] {
  const threshold = thresholdOf(figures, limits);
  const ownRequired = asksForOwn(threshold);
  if (threshold === null || (before !== null && ownRequired === asksForOwn(before))) return [];
  return [{ type: 'UnitThresholdReached', data: { unitId, organizationId, thresholdCode: threshold, ownRequired, effectiveOn: on } }];
}

/** ORG-31: figures good for less than the setting says are taken, with a warning. */
const staleness = ({ figures: { figuresOn }, validMonths }: Pick<UpdateUnit, 'figures' | 'validMonths'>, on: string): string[] =>
  addMonths(figuresOn, validMonths) < on ? ['UNIT_STALE'] : [];

/** ORG-31. */
export function registerUnit(entry: Entry, command: RegisterUnit): readonly UnitEvent[] {
  const { unitId, organizationId, keeper, name, figures, limits, at, byId } = command;
  ensure(entry === null, 'UNIT_EXISTS', 'The ledger of this place has a unit of this name.', { unitId });
  const keeps = keeper.leadsPlace && rankOf[keeper.level] >= rankOf.street;
  ensure(keeps, 'PLACE_NOT_LEADING', 'The ledger is kept by the leading organization of a community or street.', { level: keeper.level });
  ensureNotAhead(figures.figuresOn, at);
  const on = shanghaiDate(at);
  const unit = { unitId, organizationId };
  const data = { ...unit, name, ledgerCode: figures.ledger, figures: figuresOnWire(figures), effectiveOn: on };
  return [
    { type: 'UnitRegistered', data: { ...data, registeredById: byId, warnings: staleness(command, on) } },
    ...reached({ unit, figures, limits, on, before: null }),
  ];
}

/** ORG-31. */
export function updateUnit(entry: Entry, command: UpdateUnit): readonly UnitEvent[] {
  const unit = registered(entry);
  const { figures, limits, at, byId } = command;
  ensureNotAhead(figures.figuresOn, at);
  const on = shanghaiDate(at);
  const { unitId, organizationId } = unit;
  const data = { unitId, organizationId, ledgerCode: figures.ledger, figures: figuresOnWire(figures), effectiveOn: on };
  const updated: UnitEvent = { type: 'UnitUpdated', data: { ...data, updatedById: byId, warnings: staleness(command, on) } };
  return [updated, ...(unit.state === 'exempt' ? [] : reached({ unit, figures, limits, on, before: unit.threshold }))];
}

/** ORG-33: what the clock brings, if it still holds. */
export function passMoment(unit: Entry, { moment, of, scheduledOn, limits, at }: PassCoverageMoment): readonly UnitEvent[] {
  if (unit === null || shanghaiDate(at) < scheduledOn) return [];
  const { unitId, organizationId, figures } = unit;
  const on = notBefore(unit, scheduledOn);
  const data = { unitId, organizationId, effectiveOn: on };
  switch (moment) {
    case 'overdue':
      return unit.dueSinceOn === of && !unit.overdue ? [{ type: 'CoverageOverdue', data: { ...data, sinceOn: of } }] : [];
    case 'liaisonOver': {
      const over = unit.liaison?.validUntilOn === of;
      return over ? [{ type: 'CoverageLost', data: { ...data, partCode: 'work', causeCode: 'notRenewed', lostById: 'system:coverage-clock' } }] : [];
    }
    case 'exemptionOver':
      if (unit.exemptUntilOn !== of) return [];
      return [{ type: 'ExemptionEnded', data }, ...reached({ unit, figures, limits, on, before: null })];
  }
}
