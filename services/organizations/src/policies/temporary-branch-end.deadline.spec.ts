import { describe, expect, it } from '@jest/globals';
import { startOfDay, type Fact } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import { recorded, rowsAfter } from '../../test/fold.samples.ts';
import { temporaryBranchEnd } from './temporary-branch-end.deadline.ts';

const organizationId = 'org_t';
const proposed: Fact = { type: 'OrganizationProposed', data: { organizationId, endsOn: '2026-03-31' } };
const approved: Fact = { type: 'OrganizationApproved', data: { organizationId, effectiveOn: '2026-03-02' } };
const extended: Fact = { type: 'TemporaryBranchExtended', data: { organizationId, fromEndsOn: '2026-03-31', endsOn: '2026-04-30' } };
const refused: Fact = { type: 'OrganizationRefused', data: { organizationId } };
const dissolved: Fact = { type: 'OrganizationDissolved', data: { organizationId } };

/** When it is due by now; null = never. */
async function due(...told: readonly Fact[]): Promise<string | null> {
  const events = told.map((fact, place) => recorded('tree', 'city', place + 1, fact));
  const dueAt = (await rowsAfter(temporaryBranchEnd, {} as ServiceEnv, events)).get(organizationId)?.dueAt;
  return dueAt === undefined || dueAt.startsWith('9999') ? null : dueAt;
}

describe('ORG-11 the clock of a temporary branch', () => {
  it('ORG-11 runs out after its last day, or the later one it is extended to, and with it before', async () => {
    expect(await due(proposed, approved)).toBe(startOfDay('2026-04-01'));
    expect(await due(proposed, approved, extended)).toBe(startOfDay('2026-05-01'));
    for (const end of [refused, dissolved]) expect(await due(proposed, approved, end)).toBeNull();
    const lasting: Fact = { type: 'OrganizationProposed', data: { organizationId } };
    expect(await due(lasting, approved)).toBeNull();
  });

  it('ORG-11 begins with the approval: one that is given in the last moment finds it, however late it is heard of', async () => {
    expect(await due(proposed)).toBeNull();
    expect(await due(proposed, approved)).toBe(startOfDay('2026-04-01'));
  });
});
