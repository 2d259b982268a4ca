import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineDeadline, fromSome, intend, put, type DueRow } from '@zhitong/eventing';
import { addDays, addMonths, shanghaiDate, startOfDay } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import { coverageLimits } from '../application/coverage-settings.ts';
import type { PassCoverageMoment } from '../domain/unit/unit.commands.ts';
import type { UnitEvent } from '../domain/unit/unit-state.ts';
import { unitStream } from '../domain/unit/unit.stream.ts';

interface CoverageDue extends DueRow, Pick<PassCoverageMoment, 'moment' | 'of'> {
  readonly unitId: string;
  readonly organizationId: string;
}
type Place = Pick<CoverageDue, 'unitId' | 'organizationId'>;

/** The day after the last one. What has changed meanwhile fires too, and the decider finds nothing to do. */
const after = (last: string, { unitId, organizationId }: Place, moment: CoverageDue['moment'], of: string) =>
  put(`${unitId}|${moment}|${of}`, { unitId, organizationId, moment, of, dueAt: startOfDay(addDays(last, 1)) });

/** ORG-33: the months in force when it came to be due. */
const dueSince = (place: Place & { readonly effectiveOn: string }, at: string, { settings }: ServiceEnv) =>
  after(addMonths(place.effectiveOn, settings.number('coverage.dueMonths', at, place.organizationId)), place, 'overdue', place.effectiveOn);

/** ORG-33: due for too long, the end of an exemption, and of a liaison's time. */
export const coverageClock = defineDeadline<CoverageDue, ServiceEnv>({
  name: 'coverage-clock',
  version: 1,
  sources: [
    fromSome<UnitEvent>(aggregates.organizations.unit)<CoverageDue, ServiceEnv>({
      UnitThresholdReached: ({ data, occurredAt }, env) => dueSince(data, occurredAt, env),
      CoverageLost: ({ data, occurredAt }, env) => (data.partCode === 'work' ? [] : dueSince(data, occurredAt, env)),
      OrganizationCoverageAchieved: ({ data, occurredAt }, env) => dueSince(data, occurredAt, env),
      CoverageExempted: ({ data }) => after(data.untilOn, data, 'exemptionOver', data.untilOn),
      WorkCoverageSet: ({ data }) => after(data.validUntilOn, data, 'liaisonOver', data.validUntilOn),
    }),
  ],
  fire({ unitId, organizationId, moment, of, dueAt }, now, { settings }) {
    const limits = coverageLimits(settings, dueAt, organizationId);
    return [intend(unitStream, unitId, { type: 'PassCoverageMoment', moment, of, scheduledOn: shanghaiDate(dueAt), limits, at: now })];
  },
  expects: [],
});
