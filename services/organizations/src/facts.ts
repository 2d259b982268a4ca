import type { ServiceDefinition } from '@zhitong/platform';
import { factReports } from './application/fact-report.ts';
import { factUseCases } from './application/facts.ts';
import { oversightUseCases } from './application/oversight.ts';
import { staffingUseCases } from './application/staffing.ts';
import { tenureReports } from './application/tenure-report.ts';
import { workerUseCases } from './application/workers.ts';
import { factsStream } from './domain/facts/facts.stream.ts';
import { organizerStream } from './domain/organizer/organizer.stream.ts';
import { oversightStream } from './domain/oversight/oversight.stream.ts';
import { tenureStream } from './domain/tenure/tenure.stream.ts';
import { workerStream } from './domain/worker/worker.stream.ts';
import { sixYearTenure } from './policies/six-year-tenure.deadline.ts';
import { whenCommunitySecretaryChangesThenCountTenure } from './policies/when-community-secretary-changes-then-count-tenure.policy.ts';
import { organizationFactList } from './projections/organization-facts.projection.ts';
import { organizerList } from './projections/organizer-list.projection.ts';
import { secretaryshipList } from './projections/secretaryship-list.projection.ts';
import { tenureList } from './projections/tenure-list.projection.ts';
import { workerList } from './projections/worker-list.projection.ts';

/** What is on record about organizations, their teams, their seats and the people they have for party work (ORG-14, ORG-15, ORG-28, ORG-30); how long secretaries of communities have served (ORG-25); workers of communities and organizers (ORG-29); reports and audits of secretaries of communities (ORG-26). */
export const factStreams: ServiceDefinition['streams'] = [factsStream, tenureStream, workerStream, organizerStream, oversightStream];
export const factProjections: ServiceDefinition['projections'] = [organizationFactList, tenureList, workerList, organizerList, secretaryshipList];
export const factsUseCases: ServiceDefinition['useCases'] = [
  ...factUseCases,
  ...factReports,
  ...staffingUseCases,
  ...tenureReports,
  ...workerUseCases,
  ...oversightUseCases,
];
export const factPolicies: ServiceDefinition['policies'] = [whenCommunitySecretaryChangesThenCountTenure];
export const factDeadlines: ServiceDefinition['deadlines'] = [sixYearTenure];
