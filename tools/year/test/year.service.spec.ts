import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { obtainToken } from '@zhitong/gateway/obtain-token.ts';
import { temporaryFolder } from '@zhitong/testing/temporary-folder.ts';
import { join } from 'node:path';
import { startCity, type City } from '../../../services/all/city.ts';
import { clockFile } from '../src/clock-file.ts';
import { runYear } from '../src/run-year.ts';

const minutes = 60_000;
const year = 2025;

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
    'R-01 R-02 R-03 R-05 R-06 R-07 R-08 R-10 R-23 LINK-10 every figure of the year is what was done in it',
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
});
