import type { ServiceDefinition } from '@zhitong/platform';

/** Answers health and its platform operations; its rules come with their own issue. */
export const assessmentsService: ServiceDefinition = {
  context: 'assessments',
  streams: [],
  projections: [],
  policies: [],
  deadlines: [],
  useCases: [],
  metrics: [],
};
