import { describe, expect, it } from '@jest/globals';
import * as directives from '@zhitong/catalogue/operations/directives.ts';
import * as guides from '@zhitong/catalogue/operations/guides.ts';
import * as inbox from '@zhitong/catalogue/operations/inbox.ts';
import * as requests from '@zhitong/catalogue/operations/requests.ts';
import type { ServiceDefinition } from '@zhitong/platform';
import { linkDeadlines, linkPolicies, linkProjections, linkStreams, linkUseCases } from './link.ts';

const parts: Pick<ServiceDefinition, 'streams' | 'projections' | 'policies' | 'deadlines' | 'useCases'> = {
  streams: linkStreams,
  projections: linkProjections,
  policies: linkPolicies,
  deadlines: linkDeadlines,
  useCases: linkUseCases,
};

describe('what the organizations service runs for LINK', () => {
  it('every operation of the catalogue has its use case', () => {
    const declared = [directives, guides, inbox, requests].flatMap((module) => Object.values(module)).flatMap((each) => ('reach' in each ? [each.name] : []));
    expect(parts.useCases.map(({ operation }) => operation.name).sort()).toEqual(declared.sort());
  });
  it('names are given once', () => {
    const names = [...parts.projections, ...parts.policies, ...parts.deadlines].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
