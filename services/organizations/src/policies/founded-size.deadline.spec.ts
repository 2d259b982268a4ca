import { describe, expect, it } from '@jest/globals';
import type { Intent } from '@zhitong/eventing';
import { endOfDay, startOfDay, type Fact } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import { recorded, rowsAfter } from '../../test/fold.samples.ts';
import { foundedSize } from './founded-size.deadline.ts';

const approved: Fact = { type: 'OrganizationApproved', data: { organizationId: 'org_1', effectiveOn: '2026-01-30' } };
const dissolved: Fact = { type: 'OrganizationDissolved', data: { organizationId: 'org_1' } };

const dueOf = async (...told: readonly Fact[]) => {
  const events = told.map((fact, place) => recorded('tree', 'city', place + 1, fact));
  return (await rowsAfter(foundedSize, {} as ServiceEnv, events)).get('org_1')?.dueAt;
};

/** What is watched of an organization nobody has come to. */
async function fired(kind: string): Promise<readonly unknown[]> {
  const env = {
    tree: { current: () => ({ node: () => ({ kind }) }) },
    rows: () => ({ tallies: () => Promise.resolve(new Map()), query: () => Promise.resolve({ items: [] }) }),
    settings: { number: () => 3 },
  };
  const intents: Intent[] = [];
  const now = startOfDay('2026-03-02');
  for await (const intent of await foundedSize.fire({ $key: 'org_1', dueAt: now }, now, env as never)) intents.push(intent);
  return intents.map(({ id, command }) => [id, command]);
}

describe('X-21 a founded branch', () => {
  it('X-21 ORG-03 is looked at once thirty days are over, unless it is gone', async () => {
    expect(await dueOf(approved)).toBe(startOfDay('2026-03-02'));
    expect((await dueOf(approved)) ?? '').toBe(new Date(Date.parse(endOfDay('2026-03-01')) + 1).toISOString());
    expect(await dueOf(approved, dissolved)).toBeUndefined();
  });

  it('X-21 ORG-03 is outside its size band where nobody has come; a temporary one and a committee have none', async () => {
    const watched = [['org_1', expect.objectContaining({ type: 'Watch', full: 0, provisional: 0 })]];
    for (const kind of ['branch', 'jointBranch']) expect(await fired(kind)).toEqual(watched);
    for (const kind of ['temporaryBranch', 'generalBranch', 'committee']) expect(await fired(kind)).toEqual([]);
  });
});
