import type { ServiceDefinition } from '@zhitong/platform';
import { coverageCommands } from './application/coverage-commands.ts';
import { coverageQueries } from './application/coverage-queries.ts';
import { coverageReports } from './application/coverage-report.ts';
import { unitStream } from './domain/unit/unit.stream.ts';
import { coverageClock } from './policies/coverage-clock.deadline.ts';
import { whenOrganizationDissolvedThenEndCoverage } from './policies/when-organization-dissolved-then-end-coverage.policy.ts';
import { unitList, unitsKey } from './projections/unit-list.projection.ts';

/** The coverage ledgers 台账 of communities and streets (requirements 1.3). */
export const coverageStreams: ServiceDefinition['streams'] = [unitStream];
export const coverageProjections: ServiceDefinition['projections'] = [unitList];
export const coveragePolicies: ServiceDefinition['policies'] = [whenOrganizationDissolvedThenEndCoverage];
export const coverageDeadlines: ServiceDefinition['deadlines'] = [coverageClock];
export const coverageUseCases: ServiceDefinition['useCases'] = [...coverageCommands, ...coverageQueries, ...coverageReports];
export const coverageMetrics: ServiceDefinition['metrics'] = [
  { name: 'coverage.org', projection: unitList, keyOf: unitsKey, amount: 'dueForOrganization' },
  { name: 'coverage.work', projection: unitList, keyOf: unitsKey, amount: 'withoutWork' },
];
