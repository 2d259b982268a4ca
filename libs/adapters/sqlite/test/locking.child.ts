import { writeSync } from 'node:fs';
import { FolderInUse, lockDataFolder } from '../src/index.ts';

// Prints whether it got the folder; holds it until it is killed.
const [folder = ''] = process.argv.slice(2);
try {
  lockDataFolder(folder);
  writeSync(1, 'locked\n');
  setInterval(() => undefined, 60_000);
} catch (error) {
  if (!(error instanceof FolderInUse)) throw error;
  writeSync(1, 'in use\n');
  process.exitCode = 75;
}
