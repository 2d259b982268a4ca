import type { ServiceDefinition } from '@zhitong/platform';
import { coverageCommands } from './application/coverage-commands.ts';
import { coverageQueries } from './application/coverage-queries.ts';
import { coverageReports } from './application/coverage-report.ts';
import { reserveUseCases } from './application/reserves.ts';
import { reservesStream } from './domain/reserves/reserves.stream.ts';
import { unitStream } from './domain/unit/unit.stream.ts';
import { coverageClock } from './policies/coverage-clock.deadline.ts';
import { whenMembershipEndedThenWithdrawReserve } from './policies/when-membership-ended-then-withdraw-reserve.policy.ts';
import { whenOrganizationDissolvedThenEndCoverage } from './policies/when-organization-dissolved-then-end-coverage.policy.ts';
import { reserveList } from './projections/reserve-list.projection.ts';
import { unitList, unitsKey } from './projections/unit-list.projection.ts';

/** The coverage ledgers 台账 of communities and streets (requirements 1.3), and the reserve cadres 后备干部 of communities (ORG-24). */
export const coverageStreams: ServiceDefinition['streams'] = [unitStream, reservesStream];
export const coverageProjections: ServiceDefinition['projections'] = [unitList, reserveList];
export const coveragePolicies: ServiceDefinition['policies'] = [whenOrganizationDissolvedThenEndCoverage, whenMembershipEndedThenWithdrawReserve];
export const coverageDeadlines: ServiceDefinition['deadlines'] = [coverageClock];
export const coverageUseCases: ServiceDefinition['useCases'] = [...coverageCommands, ...coverageQueries, ...coverageReports, ...reserveUseCases];
export const coverageMetrics: ServiceDefinition['metrics'] = [
  { name: 'coverage.org', projection: unitList, keyOf: unitsKey, amount: 'dueForOrganization' },
  { name: 'coverage.work', projection: unitList, keyOf: unitsKey, amount: 'withoutWork' },
];
