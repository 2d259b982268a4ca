import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { obtainToken } from '@zhitong/gateway/obtain-token.ts';
import { eventually, temporaryFolder } from '@zhitong/testing';
import { check } from '@zhitong/testing/checker/check.ts';
import { runTour, type Sent } from '@zhitong/tour';
import { startCity, type City } from '../../../services/all/city.ts';
import { commitsInFolder, observeCity } from './observe-city.ts';
import { expectBuildsEqual, expectTheMainJobDone, expectTheSameReceipts } from './expectations.ts';

const minutes = 60_000;

describe('the main job on the embedded runtime', () => {
  const folder = temporaryFolder();
  const environment = { ZHITONG_DATA: folder.path, ZHITONG_PROFILE: 'city', PORT: '0', ZHITONG_LOG_LEVEL: 'error' };
  const sent: Sent[] = [];
  let city: City;

  const open = () => startCity(environment, { signals: false, progress: () => undefined });
  const head = (context: 'organizations' | 'members') => {
    const transport = city.services.get(context)?.runtime.adapters.transport;
    return transport?.ends(context);
  };

  /** What policies still write has nothing to do with what is sent again. */
  const atRest = () => eventually(() => [...city.services.values()].every(({ runtime: { consumer } }) => consumer.caughtUp() && consumer.lag() === 0), minutes);

  beforeAll(async () => {
    city = await open();
  }, 5 * minutes);
  afterAll(async () => {
    await city.stop();
    folder.remove();
  });

  it(
    'issues to 788 communities, routes a request, moves a member between districts',
    async () => {
      const { url } = city;
      const figures = await runTour({
        url,
        run: 'tour-embedded',
        tokenOf: (login) => obtainToken(url, login),
        say: () => undefined,
        sent: (one) => sent.push(one),
      });
      expectTheMainJobDone(figures);
      expect(sent.length).toBeGreaterThan(788);
    },
    3 * minutes,
  );

  it(
    'answers every command a second time with the first receipt and writes nothing',
    async () => {
      await atRest();
      const before = await Promise.all([head('organizations'), head('members')]);
      await expectTheSameReceipts(sent);
      expect(await Promise.all([head('organizations'), head('members')])).toEqual(before);
    },
    3 * minutes,
  );

  it(
    'is what its clients were told, row by row the fold of its logs',
    async () => {
      await atRest();
      // Again when a deadline fired between one look and the next.
      await eventually(async () => {
        const commits = await commitsInFolder(folder.path, [...city.services.keys()]);
        const violations = await check(await observeCity({ services: [...city.services.values()], personas: city.personas, sent, commits }));
        expect(violations.slice(0, 20)).toEqual([]);
      }, minutes);
    },
    3 * minutes,
  );

  it(
    'rebuilds every projection beside the live one, equal row by row',
    async () => {
      for (const service of city.services.values()) {
        const { runtime } = service;
        // Due rows leave when they have fired, which is no event: they are the ticker's, not a read model.
        for (const projection of runtime.projections.filter(({ name }) => !name.startsWith('due-'))) {
          const { build, done } = await runtime.rebuilds.start(projection.name);
          await done;
          await expectBuildsEqual(runtime.adapters.readModels, projection, build - 1, build);
        }
      }
    },
    5 * minutes,
  );
});
