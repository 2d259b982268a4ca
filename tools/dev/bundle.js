// Bundles each process into dist/services/<name>: what an image holds beside the npm packages. Then starts the whole city from its bundle.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
const dist = join(root, 'dist');
const options = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8'));

const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Processes by name. The seed fills an empty city over gRPC; the keys are made before anything that seals with them. */
const entries = {
  ...Object.fromEntries(
    readdirSync(join(root, 'services'))
      .filter((name) => existsSync(join(root, 'services', name, 'main.ts')))
      .map((name) => [name, `services/${name}/main.ts`]),
  ),
  seed: 'deploy/seed.ts',
  keys: 'deploy/keys.ts',
  'audit-verify': 'deploy/audit-verify.ts',
};
/** Threads are files of their own beside the process that starts them. */
const workers = {
  all: ['libs/adapters/sqlite/src/read-model.worker.ts', 'services/gateway/src/sheets/workbook.worker.ts'],
  gateway: ['services/gateway/src/sheets/workbook.worker.ts'],
};
/** Folders that sources address from where they stand, and where a bundle finds them. */
const moved = new Map([
  [join(root, 'proto'), join(dist, 'proto')],
  [join(root, 'dist', 'web'), join(dist, 'web')],
]);
/** Only needed where sources run without a bundle. */
const sourcesOnly = new Set([join(root, 'tools/dev/register.js')]);

/** esbuild emits no decorator metadata, which Nest's injection reads: swc compiles, esbuild joins. */
const compiled = (folder) => ({
  name: 'swc',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind, importer }) => {
      if (kind === 'entry-point' || path.startsWith('@zhitong/')) return undefined;
      assertShipped(path, importer);
      return { external: true };
    });
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const { code } = await transform(withMovedAddresses(path, folder), { ...options, swcrc: false, filename: path });
      return { contents: code, loader: 'js' };
    });
  },
});

/** An image installs `dependencies` only: what else a source imports is there while we develop and missing where it counts. */
function assertShipped(path, importer) {
  const name = path.split('/', path.startsWith('@') ? 2 : 1).join('/');
  if (isBuiltin(path) || name in dependencies) return;
  throw new Error(`${relative(root, importer)} imports ${name}, which is not among the dependencies of package.json`);
}

/** `new URL('<relative>', import.meta.url)` means a place beside the source; in the bundle that is another place. */
function withMovedAddresses(path, folder) {
  return readFileSync(path, 'utf8').replace(/new URL\('([^']+)', import\.meta\.url\)/g, (expression, address) => {
    const target = resolve(dirname(path), address);
    if (sourcesOnly.has(target)) return expression;
    const place = moved.get(target);
    if (place === undefined) throw new Error(`${relative(root, path)} addresses ${address}, which no bundle carries: name it in tools/dev/bundle.js`);
    return `new URL('${relative(folder, place)}', import.meta.url)`;
  });
}

async function bundle(name, entry) {
  const folder = join(dist, 'services', name);
  const threads = (workers[name] ?? []).map((path) => [path.slice(path.lastIndexOf('/') + 1, -'.ts'.length), path]);
  await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries([['main', entry], ...threads]),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    sourcemap: 'linked',
    logLevel: 'warning',
    plugins: [compiled(folder)],
  });
  return statSync(join(folder, 'main.mjs')).size;
}

async function freePort() {
  const server = createServer();
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

/** The bundle starts on an empty folder, answers, and ends by itself when asked to. */
async function proveItStarts() {
  const data = mkdtempSync(join(tmpdir(), 'zhitong-bundle-'));
  const port = await freePort();
  const env = { PATH: process.env.PATH, ZHITONG_DATA: data, ZHITONG_PROFILE: 'tiny', PORT: String(port) };
  const city = spawn(process.execPath, [join(dist, 'services/all/main.mjs')], { cwd: data, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  city.stderr.on('data', (chunk) => (errors += chunk));
  const ended = new Promise((end) => city.once('exit', (code, signal) => end(code ?? signal)));
  try {
    await answering(`http://127.0.0.1:${port}/livez`, city);
    await answering(`http://127.0.0.1:${port}/`, city);
    city.kill('SIGTERM');
    const code = await ended;
    if (code !== 0) throw new Error(`the bundle ended with ${code}`);
  } catch (error) {
    throw new Error(`${error.message}\n${errors}`, { cause: error });
  } finally {
    city.kill('SIGKILL');
    await ended;
    rmSync(data, { recursive: true, force: true });
  }
}

async function answering(url, city) {
  const deadline = performance.now() + 60_000;
  for (;;) {
    const status = await fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return;
    if (city.exitCode !== null) throw new Error(`the bundle ended with ${city.exitCode} before ${url} answered`);
    if (performance.now() > deadline) throw new Error(`${url} answered ${status || 'nothing'} for a minute`);
    await new Promise((again) => setTimeout(again, 100));
  }
}

const started = performance.now();
rmSync(join(dist, 'services'), { recursive: true, force: true });
rmSync(join(dist, 'proto'), { recursive: true, force: true });
cpSync(join(root, 'proto', 'zhitong'), join(dist, 'proto', 'zhitong'), { recursive: true });
const sizes = await Promise.all(Object.entries(entries).map(async ([name, entry]) => `${name} ${Math.round((await bundle(name, entry)) / 1024)} KB`));
console.log(`${sizes.join(', ')} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
await proveItStarts();
console.log('dist/services/all starts, answers and stops');
