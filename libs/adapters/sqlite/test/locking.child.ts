import { writeSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { FolderInUse, lockDataFolder } from '../src/index.ts';

/** A lock that nobody refers to must outlive a collection. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  await setTimeout(1); // what a running job refers to is not collected
  runInNewContext('gc')();
}

// Prints whether it got the folder; holds it until it is killed.
const [folder = ''] = process.argv.slice(2);
try {
  lockDataFolder(folder);
  await collectGarbage();
  writeSync(1, 'locked\n');
  setInterval(() => undefined, 60_000);
} catch (error) {
  if (!(error instanceof FolderInUse)) throw error;
  writeSync(1, 'in use\n');
  process.exitCode = 75;
}
