import { describe, expect, it } from '@jest/globals';
import { recorded, rowsAfter } from '../../test/fold.samples.ts';
import { organizationFactList, standingAt } from './organization-facts.projection.ts';

const reviewed = (version: number, outcomeCode: string, reviewedOn: string, recordedOn: string) =>
  recorded(
    'facts',
    'org_1',
    version,
    { type: 'StreetTeamReviewed', data: { organizationId: 'org_1', outcomeCode, reviewedOn, reviewedById: 'per_1' } },
    `${recordedOn}T01:00:00.000Z`,
  );
const history = [
  reviewed(1, 'kept', '2026-03-10', '2026-03-10'),
  reviewed(2, 'adjusted', '2026-03-01', '2026-03-12'),
  reviewed(3, 'strengthened', '2026-03-10', '2026-03-14'),
];
const known = async (asOf: string, knownAt = '9999-12-31T00:00:00.000Z') =>
  standingAt((await rowsAfter(organizationFactList, undefined, history)).get('org_1')?.reviews, { asOf, knownAt })?.fact;

describe('words that stand from a day on', () => {
  it('0.3 ORG-15 the one begun last stands, though an older one was entered later; of one day the last word', async () => {
    expect(await known('2026-02-28')).toBeUndefined();
    expect([await known('2026-03-01'), await known('2026-03-09'), await known('2026-03-10')]).toEqual(['adjusted', 'adjusted', 'strengthened']);
  });

  it('0.3 ORG-15 what was entered later is not known before', async () => {
    expect(await known('2026-03-09', '2026-03-11T00:00:00.000Z')).toBeUndefined();
    expect([await known('2026-03-20', '2026-03-11T00:00:00.000Z'), await known('2026-03-20', '2026-03-13T00:00:00.000Z')]).toEqual(['kept', 'kept']);
  });
});
