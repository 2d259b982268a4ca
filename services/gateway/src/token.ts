import { endTelling } from '@zhitong/platform';
import { parseArgs } from 'node:util';
import { defaultUrl, obtainToken } from './obtain-token.ts';

/** `npm run token -- --as <login> [--url http://localhost:8080]`: prints a token of the development issuer. */
const { values } = parseArgs({ options: { as: { type: 'string' }, url: { type: 'string', default: defaultUrl } } });
if (values.as === undefined) {
  process.stderr.write('usage: npm run token -- --as <login> [--url http://localhost:8080]\n');
  process.exitCode = 64;
} else {
  try {
    process.stdout.write(`${await obtainToken(values.url, values.as)}\n`);
  } catch (error) {
    endTelling(error);
  }
}
