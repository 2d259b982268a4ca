import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { databaseOf } from '@zhitong/platform/runtime/distributed.ts';
import { runSource } from '@zhitong/testing/source-process.ts';
import { MongoClient, type Document } from 'mongodb';
import type { CityOnTheStack } from './canary/on-the-stack.ts';

const verify = new URL('../../../deploy/audit-verify.ts', import.meta.url);

/** What an operator does to find out whether somebody changed the audit. */
export function auditOnTheStack(cityOf: () => CityOnTheStack): void {
  describe('SEC-24 `npm run audit:verify` on the distributed runtime', () => {
    let city: CityOnTheStack;
    let mongo: MongoClient;
    beforeAll(() => {
      city = cityOf();
      mongo = new MongoClient(city.servers.mongoUrl);
    });
    afterAll(() => mongo.close());

    const chain = () => mongo.db(`${databaseOf(city.servers.prefix, 'members')}_documents`).collection<Document & { readonly _id: string }>('rows.audit');
    const verified = async () => {
      const { code, output } = await runSource(verify, [], city.cluster.environment);
      return {
        code,
        lines: output
          .trim()
          .split('\n')
          .map((line): unknown => JSON.parse(line)),
      };
    };

    it('ends with 0 while the city is at work, and with 2 and the first bad number when a record was changed behind its back', async () => {
      const sound = await verified();
      expect([sound.code, sound.lines.length]).toEqual([0, 5]);
      const number = Math.ceil((await chain().countDocuments()) / 2);
      const key = String(number).padStart(12, '0');
      const own = await chain().findOne({ _id: key });
      await chain().updateOne({ _id: key }, { $set: { 'd.actorId': 'per_somebody.else' } });
      const unsound = await verified();
      await chain().replaceOne({ _id: key }, { ...own });
      expect(unsound.code).toBe(2);
      expect(unsound.lines).toContainEqual(expect.objectContaining({ context: 'members', verified: number - 1, firstBad: number }));
      expect(unsound.lines).toContainEqual(expect.objectContaining({ context: 'organizations', firstBad: null }));
    }, 120_000);
  });
}
