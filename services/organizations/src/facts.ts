import type { ServiceDefinition } from '@zhitong/platform';
import { factReports } from './application/fact-report.ts';
import { factUseCases } from './application/facts.ts';
import { factsStream } from './domain/facts/facts.stream.ts';
import { organizationFactList } from './projections/organization-facts.projection.ts';

/** What is on record about organizations, their teams and their seats (ORG-14, ORG-15, ORG-30). */
export const factStreams: ServiceDefinition['streams'] = [factsStream];
export const factProjections: ServiceDefinition['projections'] = [organizationFactList];
export const factsUseCases: ServiceDefinition['useCases'] = [...factUseCases, ...factReports];
