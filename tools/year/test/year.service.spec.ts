import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { coverageReport } from '@zhitong/catalogue/operations/coverage.ts';
import type { meetingQuotas } from '@zhitong/catalogue/operations/quotas.ts';
import { obtainToken } from '@zhitong/gateway/obtain-token.ts';
import { encode } from '@zhitong/kafka/cloud-events.ts';
import { temporaryFolder } from '@zhitong/testing/temporary-folder.ts';
import { Person } from '@zhitong/tour/api.ts';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { z } from 'zod';
import { startCity, type City } from '../../../services/all/city.ts';
import { commitsInFolder } from '../../tour/test/observe-city.ts';
import { clockFile } from '../src/clock-file.ts';
import { runYear } from '../src/run-year.ts';

const minutes = 60_000;
const year = 2025;
const district = 'district-440308';
/** Of the documentation, for analysts. */
const script = join(import.meta.dirname, '../../../docs/events/examples/reports.mjs');

describe('a year of a district', () => {
  const folder = temporaryFolder();
  const clock = clockFile(join(folder.path, 'clock'), `${year}-01-01T00:00:00.000Z`);
  const environment = {
    ZHITONG_DATA: join(folder.path, 'city'),
    ZHITONG_PROFILE: 'tiny',
    PORT: '0',
    ZHITONG_LOG_LEVEL: 'error',
    ZT_CLOCK_FILE: clock.file,
    ZT_TIME_FACTOR: '20',
  };
  let city: City;
  beforeAll(async () => {
    city = await startCity(environment, { signals: false, progress: () => undefined });
  }, minutes);
  afterAll(async () => {
    await city.stop();
    folder.remove();
  });

  it(
    'R-01 R-02 R-03 R-04 R-05 R-06 R-07 R-08 R-10 R-23 LINK-10 LINK-12 ORG-10 ORG-11 ORG-45 P31 every figure of the year is what was done in it',
    async () => {
      const { url, personas } = city;
      const lines: string[] = [];
      const outcome = await runYear({
        ...{ url, personas, year, district: '440308', seed: 7 },
        tokenOf: (login) => obtainToken(url, login),
        moveTo: clock.moveTo,
        say: (line) => lines.push(line),
      });
      expect(outcome.differences.slice(0, 5)).toEqual([]);
      expect(outcome.checks).toBeGreaterThan(100);
      expect(outcome.acts).toBeGreaterThan(300);
    },
    5 * minutes,
  );

  it('R-01 R-02 R-05 R-06 R-07 a script that reads nothing but the events comes to the same figures', async () => {
    const commits = await commitsInFolder(environment.ZHITONG_DATA, ['organizations']);
    const records = commits.flatMap(({ events }) => events.map((event) => JSON.stringify(encode(event)))).join('\n');
    const officer = new Person(city.url, await obtainToken(city.url, district), district);
    const at = `/organizations/${city.personas.find(({ login }) => login === district)?.organizationId ?? ''}`;
    const { kinds, firstItem } = await officer.query<z.output<typeof meetingQuotas.output>>(`${at}/meeting-quotas?year=${year}`);
    const { covered, due, worked, live } = await officer.query<z.output<typeof coverageReport.output>>(`${at}/coverage-report?view=line`);
    const owed = kinds.filter((share) => share.owed > 0);
    const printed = execFileSync(process.execPath, [script, at.slice('/organizations/'.length), String(year)], { input: records, encoding: 'utf8' });
    expect(JSON.parse(printed)).toEqual({
      coverage: { covered, due, worked, live },
      quotas: Object.fromEntries(owed.map(({ kind, ...share }) => [kind, share])),
      firstItem,
    });
    expect(Math.min(owed.length, firstItem.held, firstItem.done, live, due)).toBeGreaterThan(1);
  });
});
