// Runs the TypeScript sources directly: swc compiles each file once and the result is cached by content.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cache = join(root, '.cache', 'swc');
const options = readFileSync(join(root, '.swcrc'), 'utf8');
mkdirSync(cache, { recursive: true });
process.setSourceMapsEnabled(true);

function compile(path) {
  const source = readFileSync(path, 'utf8');
  const file = join(cache, `${createHash('sha1').update(options).update(path).update(source).digest('hex')}.js`);
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  const { code } = transformSync(source, { ...JSON.parse(options), swcrc: false, filename: path });
  const draft = `${file}.${process.pid}.${Math.trunc(performance.now())}`;
  writeFileSync(draft, code);
  renameSync(draft, file);
  return code;
}

registerHooks({
  load(url, context, next) {
    if (!url.startsWith('file:') || !/\.tsx?$/.test(url)) return next(url, context);
    return { format: 'module', source: compile(fileURLToPath(url)), shortCircuit: true };
  },
});
