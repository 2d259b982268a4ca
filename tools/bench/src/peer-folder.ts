import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** What a peer is made of, at exact versions. */
export interface Packages {
  readonly folder: string;
  readonly packages: readonly string[];
  /** A package among them with a native part, which is compiled against the headers of this Node. */
  readonly native?: string;
}

/** The peer cannot be measured here; the message says why. */
export class PeerMissing extends Error {
  override readonly name = 'PeerMissing';
}

const peers = fileURLToPath(new URL('../../../.cache/bench/', import.meta.url));
const run = promisify(execFile);

/**
 * Installs a peer once, into a folder of its own that the product never sees, without its install scripts.
 * @throws {PeerMissing} when npm cannot.
 */
export async function installed({ folder, packages, native }: Packages): Promise<NodeJS.Require> {
  const place = join(peers, folder);
  if (!existsSync(place)) {
    const begun = `${place}.begun`;
    rmSync(begun, { recursive: true, force: true });
    mkdirSync(begun, { recursive: true });
    writeFileSync(join(begun, 'package.json'), '{ "private": true }\n');
    const command = ['install', '--save-exact', '--no-audit', '--no-fund', '--ignore-scripts', '--legacy-peer-deps', ...packages];
    await run('npm', command, { cwd: begun }).catch((error: unknown) => {
      throw new PeerMissing(`does not install: ${reasonOf(error)}`);
    });
    if (native !== undefined) await compile(begun, native);
    renameSync(begun, place);
  }
  return createRequire(join(place, 'package.json'));
}

async function compile(folder: string, native: string): Promise<void> {
  const compiler = join(folder, 'node_modules/node-gyp/bin/node-gyp.js');
  const headers = dirname(dirname(realpathSync(process.execPath)));
  await run(process.execPath, [compiler, 'rebuild', `--nodedir=${headers}`], { cwd: join(folder, 'node_modules', native), maxBuffer: 2 ** 28 }).catch(() => {
    throw new PeerMissing(`${native} does not compile`);
  });
}

/** What npm said, without its codes and places. */
function reasonOf(error: unknown): string {
  const text = typeof error === 'object' && error !== null && 'stderr' in error ? String(error.stderr) : String(error);
  const sentence = text.split('\n').find((line) => /No matching version|not found|ERESOLVE/.test(line)) ?? text.split('\n')[0] ?? '';
  return sentence.replace(/^npm (error|ERR!) (\w+ )?/, '').trim();
}
