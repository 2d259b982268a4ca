import { defaultUrl, obtainToken } from '@zhitong/gateway/obtain-token.ts';
import { endTelling } from '@zhitong/platform';
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { runTour } from './tour.ts';

/** `npm run tour [-- --url http://localhost:8080]`: the main job of the city against whatever runtime is up. */
const { values } = parseArgs({ options: { url: { type: 'string', default: defaultUrl } } });
const { url } = values;
try {
  const figures = await runTour({
    url,
    run: `tour-${randomUUID()}`,
    tokenOf: (login) => obtainToken(url, login),
    say: (line) => process.stdout.write(`${line}\n`),
  });
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
} catch (error) {
  endTelling(error);
}
