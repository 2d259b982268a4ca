// Runs the TypeScript sources directly: swc compiles each file once and the result is cached by content.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, enableCompileCache, registerHooks, setSourceMapsSupport } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cache = join(root, '.cache', 'swc');
const options = readFileSync(join(root, '.swcrc'), 'utf8');
mkdirSync(cache, { recursive: true });
enableCompileCache(join(root, '.cache', 'compiled'));
// Maps of packages tell nothing and take a tenth of a start.
setSourceMapsSupport(true, { nodeModules: false, generatedCode: false });
const require = createRequire(import.meta.url);

function compile(path) {
  const source = readFileSync(path, 'utf8');
  const file = join(cache, `${createHash('sha1').update(options).update(path).update(source).digest('hex')}.js`);
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  // The compiler is loaded by the first process that needs it.
  const { code } = require('@swc/core').transformSync(source, { ...JSON.parse(options), swcrc: false, filename: path });
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
