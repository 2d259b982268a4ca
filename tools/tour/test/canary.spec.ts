import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { obtainToken } from '@zhitong/gateway/obtain-token.ts';
import { openSqliteDocumentStore } from '@zhitong/sqlite';
import { eventually } from '@zhitong/testing/eventually.ts';
import { CanarySearch, filesBelow, type Hit } from '@zhitong/testing/canary/search.ts';
import { temporaryFolder } from '@zhitong/testing/temporary-folder.ts';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CityProcess } from '../../../services/all/test/city-process.ts';
import { Journeys, type Door } from './canary/journeys.ts';
import { oddRequests } from './canary/odd-requests.ts';
import { expectErased, rebuild } from './canary/erased.ts';

const minutes = 60_000;

describe('SEC-17 SEC-20 personal data on the embedded runtime', () => {
  const folder = temporaryFolder();
  const [data, temporary] = [folder.file('data'), folder.file('tmp')];
  mkdirSync(temporary);
  const processes: CityProcess[] = [];
  let journeys: Journeys;
  let door: Door;

  const doorOf = async (city: CityProcess): Promise<Door> => {
    const url = await city.url();
    return { url, tokenOf: (login) => obtainToken(url, login) };
  };
  const start = (more: Readonly<Record<string, string>> = {}): CityProcess => {
    const started = new CityProcess({ ZHITONG_DATA: data, TMPDIR: temporary, ZHITONG_LOG_LEVEL: 'debug', ...more });
    processes.push(started);
    return started;
  };
  const hits = (canaries: Readonly<Record<string, string>> = journeys.canaries()): readonly Hit[] => {
    const outputs = processes.map(({ output }, nth) => ({ name: `output ${String(nth)}`, bytes: output }));
    return new CanarySearch(canaries).all([...filesBelow(data), ...filesBelow(temporary), ...outputs]);
  };

  beforeAll(async () => {
    door = await doorOf(start({ ZT_CRASH_AT: 'vault.keyDestroyed#1' }));
    journeys = new Journeys(door);
  }, minutes);
  afterAll(async () => {
    for (const one of processes) await one.stop();
    folder.remove();
  }, minutes);

  it(
    'goes through every journey, and through requests that hold it where none belongs, and is nowhere in clear',
    async () => {
      await journeys.run();
      const { phone, name } = journeys.admitted;
      for (const text of [phone, name]) expect(Object.entries(await oddRequests(door, text)).filter(([, status]) => status >= 500)).toEqual([]);
      expect(hits()).toEqual([]);
    },
    minutes,
  );

  it(
    'is held by law where a letter was issued, and by a membership that lasts',
    async () => {
      expect(await journeys.refusal('city', (city) => city.command(`/members/${journeys.ids.lettered}/propose-erasure`, {}, 'canary/held'))).toBe(
        '422 RETENTION_HOLD',
      );
    },
    minutes,
  );

  it(
    'is gone after the erasure, which a new process completes where the first was killed, and so is every copy of the key',
    async () => {
      const secrets = await secretsOf(journeys.ids.admitted, journeys.ids.member);
      expect(new Set(hits(secrets).map(({ canary }) => canary))).toEqual(new Set(Object.keys(secrets)));
      void journeys.erase('admitted').catch(() => undefined);
      expect(await processes.at(-1)?.ended).toEqual({ code: null, signal: 'SIGKILL' });
      door = await doorOf(start());
      journeys.moved(door);
      const city = await journeys.as('city');
      await eventually(
        async () => expect(await city.query(`/members?name=${encodeURIComponent(journeys.admitted.name)}`)).toMatchObject({ items: [] }),
        minutes,
      );
      await journeys.erase('member');
      await expectErased(journeys);
      expect(hits()).toEqual([]);
      // A person is erased once the key is gone; what it had sealed leaves the files right after.
      await eventually(() => expect(hits(secrets)).toEqual([]), minutes);
    },
    minutes,
  );

  it(
    'does not come back by a rebuild from the first event, and the proof stays',
    async () => {
      await rebuild(journeys, 'members', 'member-list');
      await expectErased(journeys);
      await processes.at(-1)?.stop();
      expect(hits()).toEqual([]);
      const keys = openSqliteDocumentStore({ file: join(data, 'members', 'keys.db') });
      const proofs = await keys.getMany<{ destroyedAt: string }>('data_keys', [journeys.ids.admitted, journeys.ids.member]);
      await keys.close();
      expect([...proofs.values()]).toEqual([{ destroyedAt: expect.any(String) }, { destroyedAt: expect.any(String) }]);
    },
    minutes,
  );

  /** The wrapped keys of persons and the digests they are found by: no clear text, and still not to be found after an erasure. */
  async function secretsOf(...personIds: readonly string[]): Promise<Readonly<Record<string, string>>> {
    const [keys, vault] = ['keys.db', 'documents.db'].map((name) => openSqliteDocumentStore({ file: join(data, 'members', name) }));
    if (!keys || !vault) throw new Error('no stores');
    const wrapped = await keys.getMany<{ wrapped: { bytes: string } }>('data_keys', personIds);
    const records = await vault.getMany<{ identityRef: string; sealed: { bytes: string } }>('vault_persons', personIds);
    const words = await Promise.all(personIds.map((eq) => vault.query<{ token: string }>('vault_tokens', { where: [{ field: 'personId', eq }], limit: 100 })));
    await Promise.all([keys.close(), vault.close()]);
    const all = [
      ...[...wrapped.values()].map(({ wrapped: { bytes } }) => bytes),
      ...[...records.values()].flatMap(({ identityRef, sealed: { bytes } }) => [identityRef, bytes]),
      ...words.flatMap(({ items }) => items.map(({ $key }) => $key)),
    ];
    return Object.fromEntries(all.map((text, nth) => [`secret ${String(nth)}`, text]));
  }
});
