import { describe, expect, it } from '@jest/globals';
import { recorded, rowsAfter } from '../../test/fold.samples.ts';
import type { DirectiveEvent } from '../domain/directive/directive-state.ts';
import { directiveList } from './directive-list.projection.ts';

const issuedAt = '2026-03-02T01:00:00.000Z';
const issued = (directiveId: string, issuerId: string, hops: number): DirectiveEvent => ({
  type: 'DirectiveIssued',
  data: {
    directiveId,
    terms: {
      issuerId,
      issuerLevel: 'street',
      kind: 'notice',
      urgent: false,
      view: 'place',
      issuedAt,
      acknowledgeDueAt: issuedAt,
      textVersion: 1,
      rootDirectiveId: 'dir_root',
    },
    addressees: { treeVersion: 1, issuerId, clauses: [], excludeIds: [], without: [], addedIds: [], leftIds: [] },
    addresseeCount: 1,
    titleRef: 't',
    textRef: 'x',
    textHash: 'h',
    forwardingAllowed: true,
    issuedById: 'per_a',
    burden: 0,
    hops,
    warnings: [],
  },
});

describe('the list of directives', () => {
  it('LINK-06 LINK-23 tells whoever reads a text of a supplement to it, when the supplement is there', async () => {
    const rows = await rowsAfter(directiveList, {}, [
      recorded('directive', 'dir_root', 1, issued('dir_root', 'org_city', 0)),
      recorded('directive', 'dir_copy', 1, issued('dir_copy', 'org_s', 1)),
    ]);
    const told = [...rows.values()].map((row) => directiveList.announce?.(row, row.directiveId));
    expect(told).toEqual([['directive:dir_root'], ['directive:dir_copy', 'directive:dir_root']]);
  });
});
