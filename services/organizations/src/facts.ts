import type { ServiceDefinition } from '@zhitong/platform';
import { factReports } from './application/fact-report.ts';
import { factUseCases } from './application/facts.ts';
import { staffingUseCases } from './application/staffing.ts';
import { factsStream } from './domain/facts/facts.stream.ts';
import { organizationFactList } from './projections/organization-facts.projection.ts';

/** What is on record about organizations, their teams, their seats and the people they have for party work (ORG-14, ORG-15, ORG-28, ORG-30). */
export const factStreams: ServiceDefinition['streams'] = [factsStream];
export const factProjections: ServiceDefinition['projections'] = [organizationFactList];
export const factsUseCases: ServiceDefinition['useCases'] = [...factUseCases, ...factReports, ...staffingUseCases];
