import { describe, expect, it } from '@jest/globals';
import * as access from '@zhitong/catalogue/operations/access.ts';
import * as meetings from '@zhitong/catalogue/operations/meetings.ts';
import * as quotas from '@zhitong/catalogue/operations/quotas.ts';
import * as posts from '@zhitong/catalogue/operations/posts.ts';
import * as settings from '@zhitong/catalogue/operations/settings.ts';
import * as tree from '@zhitong/catalogue/operations/tree.ts';
import { createOrganizationsService } from './organizations.service.ts';

const declared = [tree, posts, access, settings, meetings, quotas]
  .flatMap((module): unknown[] => Object.values(module))
  .flatMap((value) =>
    typeof value === 'object' && value !== null && 'reach' in value && 'name' in value && typeof value.name === 'string' ? [value.name] : [],
  );
const sorted = (names: readonly string[]) => [...names].sort();

const nothing = () => Promise.reject(new Error('no key is needed to name what there is'));
const organizationsService = createOrganizationsService({ codeOf: nothing, takes: nothing });

describe('the organizations service', () => {
  it('carries out each declared use case once', () => {
    const carried = organizationsService.useCases.map(({ operation }) => operation.name);
    expect(new Set(carried).size).toBe(carried.length);
    expect(sorted(carried.filter((name) => declared.includes(name)))).toEqual(sorted(declared));
  });
  it('names streams, projections, policies and deadlines once', () => {
    const { streams, projections, policies, deadlines } = organizationsService;
    for (const names of [
      streams.map(({ category }) => category),
      projections.map(({ name }) => name),
      policies.map(({ name }) => name),
      deadlines.map(({ name }) => name),
    ]) {
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
