import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestCity, type TestCity } from '../test-city.ts';

describe('a city for tests', () => {
  let city: TestCity;
  beforeAll(async () => {
    city = await startTestCity();
  }, 60_000);
  afterAll(() => city.remove());

  it('answers persons by their grants and still does after a restart', async () => {
    const secretary = city.as('branch-440308001002');
    expect(await secretary.query('listMembers', { limit: 5 })).toMatchObject({ items: expect.any(Array) });
    await city.restart();
    expect(await secretary.query('listMembers', { limit: 5 })).toMatchObject({ items: expect.any(Array) });
    await expect(city.as('member').query('listMembers', { limit: 5 })).rejects.toMatchObject({ code: 'FORBIDDEN_ROLE' });
  });
});
