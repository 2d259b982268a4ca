import { Client, credentials, status } from '@grpc/grpc-js';
import { describe, expect, it } from '@jest/globals';
import { TestCity } from '../test-city.ts';

/** How a service answers whoever asks it for its methods. */
async function listingAt(address: string): Promise<status> {
  const client = new Client(address, credentials.createInsecure());
  const asIs = (bytes: Buffer) => bytes;
  const { promise, resolve } = Promise.withResolvers<status>();
  const asking = client.makeBidiStreamRequest('/grpc.reflection.v1.ServerReflection/ServerReflectionInfo', asIs, asIs);
  asking.on('status', ({ code }) => resolve(code));
  asking.on('error', () => undefined);
  asking.on('data', () => undefined);
  asking.end();
  return promise.finally(() => client.close());
}

describe('a service', () => {
  it.each([
    ['in production lists its methods to nobody', true, status.UNIMPLEMENTED],
    ['elsewhere lists them to tools', false, status.OK],
  ])('SEC-30 %s', async (_name, production, expected) => {
    const city = new TestCity('2026-03-02T01:00:00.000Z', { production, parts: ['organizations'] });
    await city.start();
    expect(await listingAt(city.service('organizations').address)).toBe(expected);
    await city.remove();
  });
});
