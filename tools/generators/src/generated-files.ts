import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { missingShapes } from './event-catalogue/history.ts';
import { readImage } from './event-catalogue/image.ts';
import { eventCatalogue } from './event-catalogue.ts';
import { serviceProtos } from './service-proto.ts';
import { apiFiles } from './write-openapi.ts';

const typesFolder = 'libs/contracts/src/events';

/** Every generated file as its sources of this moment make it, by path; nothing is written. A sample of a new event shape counts as one. */
async function generatedFiles(root: string): Promise<ReadonlyMap<string, string>> {
  const protos = join(root, 'proto');
  const image = readImage(protos);
  return new Map([
    ...serviceProtos(root),
    ...messageTypes(root),
    ...(await apiFiles(root)),
    ...missingShapes(image, join(protos, 'history')),
    ...eventCatalogue(image, root),
  ]);
}

/** Generated files that are missing, are not those of their sources, or whose sources are gone: paths below the root, sorted. */
export async function staleFiles(root: string): Promise<readonly string[]> {
  const files = await generatedFiles(root);
  const differing = [...files].filter(([path, content]) => !existsSync(path) || readFileSync(path, 'utf8') !== content).map(([path]) => path);
  const orphans = typeScriptIn(join(root, typesFolder)).filter((path) => !files.has(path));
  return [...differing, ...orphans].map((path) => relative(root, path)).sort();
}

function messageTypes(root: string): ReadonlyMap<string, string> {
  const fresh = mkdtempSync(join(tmpdir(), 'zhitong-types-'));
  try {
    execFileSync(join(root, 'node_modules/.bin/buf'), ['generate', '-o', join(fresh, 'proto')], { cwd: join(root, 'proto') });
    return new Map(typeScriptIn(join(fresh, typesFolder)).map((path) => [join(root, relative(fresh, path)), readFileSync(path, 'utf8')]));
  } finally {
    rmSync(fresh, { recursive: true });
  }
}

const typeScriptIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));

if (import.meta.main) {
  const stale = await staleFiles(fileURLToPath(new URL('../../../', import.meta.url)));
  for (const path of stale) console.error(`${path} is not what its sources generate: npm run generate`);
  process.exitCode = stale.length === 0 ? 0 : 1;
}
