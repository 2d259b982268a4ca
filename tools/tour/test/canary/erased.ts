import { expect } from '@jest/globals';
import type { Journeys } from './journeys.ts';

/** What everybody finds of persons who were erased, on any runtime. */
export async function expectErased(journeys: Journeys): Promise<void> {
  const city = await journeys.as('city');
  for (const personId of [journeys.ids.admitted, journeys.ids.member]) {
    expect(await journeys.refusal('city', (one) => one.query(`/members/${personId}/reveal?field=phone&reason=other`))).toBe('422 ERASED');
    expect(await city.until(`/members/${personId}`, ({ erased }: { readonly erased: boolean }) => erased)).toMatchObject({ name: '[已删除]' });
    expect(await city.query(`/member-names?personIds=${personId}`)).toEqual({ names: [{ personId, name: '[已删除]', masked: false }] });
    expect(JSON.stringify(await city.query(`/members/${personId}/history?limit=50`))).toContain('PersonErased');
  }
  expect(await journeys.refusal('member', (member) => member.query('/me/record'))).toMatch(/^(422 ERASED|403 FORBIDDEN_ROLE)$/);
}

interface Subscriptions {
  readonly items: readonly { readonly name: string }[];
}

/** Fills a projection anew from its first event, until the new build serves. */
export async function rebuild(journeys: Journeys, context: string, projection: string): Promise<void> {
  const operator = await journeys.as('operator');
  await operator.command(`/contexts/${context}/projections/${projection}/rebuild`, {}, `canary/rebuild/${projection}`);
  const builtAnew = ({ items }: Subscriptions) => items.some(({ name }) => name.startsWith(`${projection}.v`) && name.endsWith('.b2'));
  await operator.until<Subscriptions>(`/contexts/${context}/subscriptions`, builtAnew);
}
