import { describe, expect, it } from '@jest/globals';
import { defaultRequestTopics, type Level } from '@zhitong/catalogue';
import { org, smallCity, treeOf } from '../../../test/city.samples.ts';
import { commonSuperior, nextUp, routeRequest } from './request-routing.ts';

const tree = treeOf();
const topic = (code: string) => {
  const found = defaultRequestTopics.find(({ topicCode }) => topicCode === code);
  if (found === undefined) throw new Error(`no topic ${code}`);
  return found;
};
const route = (code: string, from: string, level?: Level) => routeRequest(tree, topic(code), from, level);

describe('LINK-14 routing straight to the holder', () => {
  it('goes to the lowest level of the topic above the submitter', () =>
    expect(route('structure', 'org_b1')).toEqual({
      holder: { organizationId: 'org_s1', office: 'organizationDepartment', level: 'street' },
      view: 'place',
      informedIds: ['org_c1'],
      gap: false,
    }));
  it('reaches the city past every level, which are informed only', () =>
    expect(route('systemHelp', 'org_b1')).toMatchObject({
      holder: { organizationId: 'org_city', office: 'operations' },
      informedIds: ['org_d1', 'org_s1', 'org_c1'],
    }));
  it('climbs the place, not the line, of an enterprise branch', () =>
    expect(route('dues', 'org_soe1').holder).toMatchObject({ organizationId: 'org_s1', office: 'funding' }));
  it('climbs the managing line for line topics', () =>
    expect(route('coverage', 'org_soe1')).toMatchObject({ holder: { organizationId: 'org_line', office: 'workCommittee' }, view: 'line' }));
  it('takes another level inside the bounds', () => expect(route('training', 'org_b1', 'city').holder.organizationId).toBe('org_city'));
  it.each(['community', 'city'] as const)('refuses %s for a topic of street to district', (level) =>
    expect(() => route('dues', 'org_b1', level)).toThrow('LEVEL_NOT_ALLOWED'),
  );
  it('a street does not ask itself', () => expect(route('structure', 'org_s1').holder.organizationId).toBe('org_d1'));
  it('nobody at the topic levels: the nearest leading office holds, and the gap is named', () =>
    expect(route('livelihoodNeed', 'org_stray')).toMatchObject({ holder: { organizationId: 'org_city', office: 'partyBuildingOffice' }, gap: true }));
  it('nobody on the line: the party-building office of the street', () => {
    const withoutLine = treeOf(
      smallCity.map((node) => (node.organizationId === 'org_soe1' ? { ...node, lineParentId: 'org_alone' } : node)).concat(org('org_alone', 'base')),
    );
    expect(routeRequest(withoutLine, topic('coverage'), 'org_soe1')).toMatchObject({
      holder: { organizationId: 'org_s1', office: 'partyBuildingOffice' },
      gap: true,
    });
  });
  it('every default topic finds somebody for every organization', () => {
    for (const each of defaultRequestTopics)
      for (const { organizationId } of smallCity) expect(tree.node(routeRequest(tree, each, organizationId).holder.organizationId)).toBeDefined();
  });
});

describe('LINK-17 one level up', () => {
  const up = (organizationId: string, view: 'line' | 'place') => nextUp(tree, { organizationId, office: 'funding', level: 'street' }, view)?.organizationId;
  it('community, street, district, city, nobody', () =>
    expect(['org_c1', 'org_s1', 'org_d1', 'org_city'].map((id) => up(id, 'place'))).toEqual(['org_s1', 'org_d1', 'org_city', undefined]));
  it('line topics climb the managing line', () => expect(up('org_soe1', 'line')).toBe('org_line'));
  it('keeps the office', () => expect(nextUp(tree, { organizationId: 'org_s1', office: 'funding', level: 'street' }, 'place')?.office).toBe('funding'));
});

describe('LINK-15 common superior', () => {
  it('of two streets is their district', () => expect(commonSuperior(tree, ['org_s1', 'org_s2'], 'place')).toBe('org_d1'));
  it('of streets in two districts is the city', () => expect(commonSuperior(tree, ['org_s1', 'org_s2', 'org_s3'], 'place')).toBe('org_city'));
  it('of a street and its own district is the district', () => expect(commonSuperior(tree, ['org_s1', 'org_d1'], 'place')).toBe('org_d1'));
});
