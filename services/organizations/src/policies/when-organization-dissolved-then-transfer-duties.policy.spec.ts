import { describe, expect, it } from '@jest/globals';
import type { Intent } from '@zhitong/eventing';
import { Map } from 'immutable';
import { only, treeOf } from '../../test/city.samples.ts';
import { ruleOf, terms } from '../../test/directive.samples.ts';
import { recorded, rowsAfter } from '../../test/fold.samples.ts';
import type { DirectiveEvent } from '../domain/directive/directive-state.ts';
import { directiveInbox } from '../projections/directive-inbox.projection.ts';
import { directiveList } from '../projections/directive-list.projection.ts';
import { whenOrganizationDissolvedThenTransferDuties as policy } from './when-organization-dissolved-then-transfer-duties.policy.ts';

const tree = only(treeOf());
const rule = ruleOf(['org_b1', 'org_b2', 'org_c1']);
const texts = { titleRef: 't', textRef: 'x', textHash: 'h' };
const issued: DirectiveEvent = {
  type: 'DirectiveIssued',
  data: {
    ...{ directiveId: 'dir_1', terms, addressees: rule, addresseeCount: 3, ...texts, issuedById: 'per_a' },
    ...{ forwardingAllowed: false, burden: 1, hops: 0, warnings: [] },
  },
};
const event = recorded('directive', 'dir_1', 1, issued);

/** What is done about a directive, once the tree has become another one. */
async function heardAfter(version: number, gone: Readonly<Record<string, string>>): Promise<readonly object[]> {
  const [inbox, list] = [await rowsAfter(directiveInbox, { tree }, [event]), await rowsAfter(directiveList, undefined, [event])];
  const organizations = Map(
    ['org_b1', 'org_b2', 'org_b3', 'org_c1', 'org_s1'].map((id) => [id, { organizationId: id, ...(id in gone ? { successorId: gone[id] } : {}) }]),
  );
  const env = {
    tree,
    peek: () => Promise.resolve({ state: { organizations }, version }),
    rows: (of: unknown) => ({ get: (key: string) => Promise.resolve<unknown>(of === directiveInbox ? inbox.get(key) : list.get(key)) }),
  };
  const handler = policy.sources.find(({ category }) => category === 'directive')?.handler('DirectiveIssued');
  const intents: Intent[] = [];
  for await (const intent of (await handler?.(event, env as never)) ?? []) intents.push(intent);
  return intents.map(({ id, command, about }) => ({ id, about, ...(command as object) }));
}
const passed = (from: string, to: string | undefined) => [
  expect.objectContaining({ id: `dir_1.${from}`, type: 'TransferReceipt', toOrganizationId: to }),
  expect.objectContaining({ id: 'dir_1', about: from, type: 'MoveDuty', fromOrganizationId: from, toOrganizationId: to, treeVersion: 9 }),
];

describe('X-10 LINK-09 a directive that is heard of after an addressee was dissolved', () => {
  it('goes to who is there now, who owes it once', async () => {
    expect(await heardAfter(9, { org_b1: 'org_c1' })).toEqual(passed('org_b1', undefined));
    expect(await heardAfter(9, { org_b1: 'org_b3', org_b2: 'org_c1', org_b3: 'org_s1' })).toEqual([
      ...passed('org_b1', 'org_s1'),
      ...passed('org_b2', undefined),
    ]);
  });

  it('stays where it is while they are there', async () => {
    expect(await heardAfter(9, {})).toEqual([]);
    expect(await heardAfter(9, { org_b3: 'org_s1' })).toEqual([]);
    expect(await heardAfter(7, { org_b1: 'org_c1' })).toEqual([]);
  });
});
