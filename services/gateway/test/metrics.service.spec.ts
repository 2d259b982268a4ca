import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Metrics } from '@zhitong/platform/telemetry/metrics.ts';
import { eventually } from '@zhitong/testing/eventually.ts';
import { GatewayUnderTest } from './gateway-under-test.ts';

describe('R5 availability of the door', () => {
  const gateway = new GatewayUnderTest();
  const metrics = new Metrics();
  beforeAll(() => gateway.start({ metrics }));
  afterAll(() => gateway.stop());

  const counted = async (kind: string, outcome: string) =>
    (await metrics.text()).includes(`zhitong_http_seconds_count{kind="${kind}",outcome="${outcome}"} 1\n`);

  it('counts requests to the API by what they are and what came of them, and nothing else', async () => {
    const browser = gateway.browser();
    await browser.send('/livez');
    await browser.send('/api/v1/session');
    await browser.post('/api/v1/posts', {});
    await eventually(async () => expect([await counted('query', 'refused'), await counted('command', 'refused')]).toEqual([true, true]));
    expect(await counted('query', 'answered')).toBe(false);
  });
});
