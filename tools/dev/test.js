// Runs every suite of `npm test` and ends with one plain line that sums them up. Nothing is skipped. The checks of the source, each on one core, run side by side.
// A file of which a test failed is run once more, alone: a test that passes only then is unstable, which the end of the run says with what it failed of.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forgetResults, readResults, replaceResults } from './results.js';

/** More files than this fail for a reason: they are not asked again. */
const mostAskedAgain = 3;
const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
const suites = {
  types: { group: 'source', run: ['npm', 'run', '--silent', 'typecheck'] },
  lint: { group: 'source', run: ['npm', 'run', '--silent', 'lint'] },
  'supply-chain': { group: 'source', run: ['npm', 'run', '--silent', 'lint:supply'] },
  unit: { run: [process.execPath, ...jest], counts: true, again: '--runTestsByPath' },
  build: { run: ['npm', 'run', '--silent', 'build'] },
  stack: { run: [process.execPath, ...jest, '--config', 'jest.stack.config.js'], counts: true, needs: installStack, again: '--runTestsByPath' },
  browser: { run: ['npx', 'playwright', 'test', '--config', 'web/playwright.config.ts'], counts: true, needs: installBrowser, again: '--workers=1' },
  chaos: {
    run: [process.execPath, '--import', './tools/dev/register.js', 'tools/chaos/src/main.ts', '--quick'],
    counts: true,
    needs: installStack,
  },
  requirements: { run: [process.execPath, 'tools/dev/requirements.js'] },
};

const chosen = process.argv.slice(2);
const names = chosen.length > 0 ? chosen : Object.keys(suites);
const totals = { passed: 0, failed: 0, skipped: 0 };
const unstable = [];
const unknown = names.find((name) => !(name in suites));
if (unknown) throw new Error(`There is no suite "${unknown}", only ${Object.keys(suites).join(', ')}`);
forgetResults(names);
/** Where they put their data; what those that fail leave behind stays. */
const folder = mkdtempSync(join(quickFolder(), 'zhitong-test-'));
for (const group of new Set(names.map(groupOf))) await Promise.all(names.filter((name) => groupOf(name) === group).map(take));
// Again at the end: a log of an hour is read from there.
for (const { title, why = '' } of unstable) console.log(`\nUNSTABLE ${title}\n${why}`);
for (const { title, passed, why = '' } of readResults(names)) if (!passed) console.log(`\nFAILED ${title}\n${why}`);
if (unstable.length > 0) console.log(`\n${unstable.length} passed only when run once more`);
if (totals.failed === 0) rmSync(folder, { recursive: true, force: true });
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed > 0 || totals.skipped > 0 ? 1 : 0);

function groupOf(name) {
  return suites[name].group ?? name;
}

async function take(name) {
  const { needs } = suites[name];
  const started = performance.now();
  console.log(`\n== ${name}`);
  needs?.();
  const first = await outcomeOf(name);
  const { code, counted } = first.code === 0 ? first : ((await askedAgain(name, first)) ?? first);
  for (const key of Object.keys(totals)) totals[key] += counted[key];
  console.log(`== ${name}: ${code === 0 ? 'ok' : `failed with ${code}`} in ${((performance.now() - started) / 1000).toFixed(0)} s`);
}

async function outcomeOf(name, ...more) {
  const { run: command, counts } = suites[name];
  const { code, output } = await run([...command, ...more]);
  const counted = counts ? countsIn(output) : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  if (code !== 0 && counted.failed === 0) counted.failed = 1;
  if (counts && counted.passed + counted.failed === 0) counted.failed = 1;
  return { code, counted };
}

/** What the suite comes to when its files with a failed test have run once more; nothing where something else failed than tests of a few files. */
async function askedAgain(name, { counted }) {
  const { again } = suites[name];
  const results = readResults([name]);
  const missing = results.filter(({ passed }) => !passed);
  const files = [...new Set(missing.map(({ file }) => file))];
  const known = missing.length === counted.failed + counted.skipped && files.every((file) => file !== undefined);
  if (again === undefined || !known || files.length > mostAskedAgain) return undefined;
  console.log(`\n== ${name}, once more: ${files.join(' ')}`);
  const stood = results.filter(({ file }) => !files.includes(file));
  const second = await outcomeOf(name, again, ...files);
  const passed = new Set(readResults([name]).flatMap((result) => (result.passed ? [result.title] : [])));
  unstable.push(...missing.filter(({ title, why }) => why !== undefined && passed.has(title)));
  replaceResults(name, [...stood, ...readResults([name])]);
  return { code: second.code, counted: { ...second.counted, passed: stood.length + second.counted.passed } };
}

function run([command, ...args]) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NX_DAEMON: 'false', TMPDIR: folder } });
    for (const stream of ['stdout', 'stderr']) {
      child[stream].on('data', (chunk) => {
        process[stream].write(chunk);
        output += chunk;
      });
    }
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** In memory where there is plenty: suites kill processes and never cut the power, so no commit of theirs needs to wait for a disk. */
function quickFolder() {
  const [memory, plenty] = ['/dev/shm', 4 * 2 ** 30];
  if (process.env.TMPDIR || !existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return Math.min(bavail * bsize, process.availableMemory() / 2) > plenty ? memory : tmpdir();
}

/** The last line of the form "N passed, N failed, N skipped". */
function countsIn(output) {
  const line = [...output.matchAll(/^(\d+) passed, (\d+) failed, (\d+) skipped$/gm)].at(-1);
  return { passed: Number(line?.[1] ?? 0), failed: Number(line?.[2] ?? 0), skipped: Number(line?.[3] ?? 0) };
}

function installStack() {
  if (process.env.ZT_MONGO_URL && process.env.ZT_KAFKA_BROKERS && process.env.ZT_REDIS_URL) return;
  execFileSync(process.execPath, ['--import', './tools/dev/register.js', 'tools/stack/src/cli.ts', 'install'], { stdio: 'inherit' });
}

function installBrowser() {
  if (existsSync(process.env.ZT_CHROMIUM ?? '/usr/bin/chromium') && existsSync('/usr/share/fonts/opentype/noto')) return;
  if (process.getuid?.() !== 0) throw new Error('The browser suite needs Chromium and a Chinese font: sudo apt-get install -y chromium fonts-noto-cjk');
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
