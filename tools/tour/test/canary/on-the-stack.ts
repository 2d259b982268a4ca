import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Cluster } from '@zhitong/cluster';
import type { Child } from '@zhitong/cluster/child.ts';
import { obtainToken } from '@zhitong/gateway/obtain-token.ts';
import { CanarySearch, filesBelow, type Hit, type Place } from '@zhitong/testing/canary/search.ts';
import { eventually } from '@zhitong/testing';
import { expectErased, rebuild } from './erased.ts';
import { Journeys } from './journeys.ts';
import { oddRequests } from './odd-requests.ts';
import { plantedText } from './planted.ts';
import { documentsOf, keysOf, oplogOf, recordsOf, secretsOf, whilePlanted, type CityServers } from './stores.ts';

const minutes = 60_000;

/** A city on the stack whose members service dies when it has destroyed a key for the first time. */
export interface CityOnTheStack {
  readonly cluster: Cluster;
  readonly servers: CityServers;
  /** Keys, personas and logs. */
  readonly folder: string;
}
export const crashesAt = { ZT_CRASH_AT: 'vault.keyDestroyed#1', ZHITONG_LOG_LEVEL: 'debug' };

/** Plants personal data in a city that runs, erases it, and searches wherever the city can have written. */
export function personalDataOnTheStack(cityOf: () => CityOnTheStack): void {
  describe('SEC-17 SEC-20 personal data on the distributed runtime', () => {
    const printed: Buffer[] = [];
    let city: CityOnTheStack;
    let journeys: Journeys;
    let members: Child | undefined;

    const listen = ({ process: { stdout } }: Child) => stdout?.on('data', (chunk: Buffer) => printed.push(chunk));
    beforeAll(() => {
      city = cityOf();
      city.cluster.children.forEach(listen);
      journeys = new Journeys({ url: city.cluster.url, tokenOf: (login) => obtainToken(city.cluster.url, login) });
    });
    afterAll(() => members?.stop(), minutes);

    const places = async (): Promise<readonly Place[]> => {
      const { servers, folder } = city;
      const [documents, records, keys] = await Promise.all([documentsOf(servers), recordsOf(servers), keysOf(servers)]);
      return [...documents, ...records, ...keys, ...filesBelow(folder), { name: 'printed', bytes: Buffer.concat(printed) }];
    };
    const inClear = async (all: readonly Place[]): Promise<readonly Hit[]> => new CanarySearch(journeys.canaries()).all([...all, await oplogOf(city.servers)]);

    it(
      'is searched for in every kind of place: what is planted there is found',
      async () => {
        const { servers } = city;
        const text = plantedText('植入');
        const [found, oplog, names] = await whilePlanted(servers, text, async () => {
          const all = await places();
          const search = new CanarySearch({ text });
          return [search.all(all).map(({ place }) => place), search.in(await oplogOf(servers)).length, all.map(({ name }) => name)] as const;
        });
        const { prefix } = servers;
        expect(found.sort()).toEqual([`${prefix}.planted`, `${prefix}_planted.notes`, `${prefix}planted`].sort());
        expect(oplog).toBe(1);
        const own = [`${prefix}_members_documents.rows.vault_persons`, `${prefix}_members_keys.rows.data_keys`, `${prefix}.members.v1`, 'logs/members-1.log'];
        expect(names).toEqual(expect.arrayContaining(own));
      },
      2 * minutes,
    );

    it(
      'goes through every journey and is nowhere in clear',
      async () => {
        await journeys.run();
        for (const text of [journeys.admitted.phone, journeys.admitted.name]) {
          const door = { url: city.cluster.url, tokenOf: (login: string) => obtainToken(city.cluster.url, login) };
          expect(Object.entries(await oddRequests(door, text)).filter(([, status]) => status >= 500)).toEqual([]);
        }
        expect(await inClear(await places())).toEqual([]);
      },
      4 * minutes,
    );

    it(
      'is gone after the erasure that a new process completes, in every copy but those that turn over with the oplog',
      async () => {
        const secrets = await secretsOf(city.servers, journeys.ids.admitted);
        const copies = (all: readonly Place[]) => new Set(new CanarySearch(secrets).all(all).map(({ canary }) => canary));
        expect(copies(await documentsOf(city.servers))).toEqual(new Set(Object.keys(secrets)));
        const first = city.cluster.children.find(({ name }) => name === 'members-1');
        void journeys.erase('admitted').catch(() => undefined);
        await first?.stop('SIGCONT'); // resolves when it has ended, by its own hand
        expect(first?.process.signalCode).toBe('SIGKILL');
        members = await first?.again({ ZT_CRASH_AT: '', ZHITONG_GRPC_PORT: (first.ready['grpc'] ?? '').split(':').at(-1) ?? '' });
        if (members) listen(members);
        await journeys.erase('member');
        await expectErased(journeys);
        await eventually(async () => expect(copies(await documentsOf(city.servers))).toEqual(new Set()), minutes);
        await rebuild(journeys, 'members', 'member-list');
        await expectErased(journeys);
        const all = await places();
        expect([await inClear(all), copies(all)]).toEqual([[], new Set()]);
      },
      4 * minutes,
    );
  });
}
