import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations } from '@zhitong/catalogue';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readImage } from '../src/event-catalogue-image.ts';
import { eventCatalogue } from '../src/event-catalogue.ts';
import { apiPrefix, openApiDocument } from '../src/openapi.ts';
import { serviceProtos } from '../src/service-proto.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const text = (...path: readonly string[]) => readFileSync(join(root, ...path), 'utf8');
const named = (files: ReadonlyMap<string, string>) => [...files].map(([path, expected]): [string, string] => [relative(root, path), expected]);
const typeScriptIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort();

/** Red means: run `npm run generate` and commit what it wrote. */
describe('generated files are those of their sources', () => {
  it.each(named(serviceProtos(root)))('%s', (path, expected) => expect(text(path) === expected).toBe(true));

  it('libs/contracts/openapi.json', () => {
    const document = openApiDocument(operations, { title: 'Zhitong', version: 'v1' });
    expect(JSON.parse(text('libs/contracts/openapi.json'))).toEqual(JSON.parse(JSON.stringify(document)));
  });

  it('the routes of the console', () => {
    const routes = text('web/src/api/routes.ts');
    const missing = operations.filter(
      ({ name, kind, path }) => !routes.includes(`  ${name}: ['${kind === 'command' ? 'post' : 'get'}', '${apiPrefix}${path}'],\n`),
    );
    expect(missing.map(({ name }) => name)).toEqual([]);
    expect(routes.match(/^ {2}\w+: \[/gm)).toHaveLength(operations.length);
  });

  it.each(named(eventCatalogue(readImage(join(root, 'proto')), root)))('%s', (path, expected) => expect(text(path) === expected).toBe(true));

  describe('types of messages', () => {
    let fresh = '';
    beforeAll(() => {
      fresh = mkdtempSync(join(tmpdir(), 'zhitong-generated-'));
      execFileSync(join(root, 'node_modules/.bin/buf'), ['generate', '-o', join(fresh, 'proto')], { cwd: join(root, 'proto') });
    }, 60_000);
    afterAll(() => rmSync(fresh, { recursive: true }));

    it('libs/contracts/src/events', () => {
      const committed = join(root, 'libs/contracts/src/events');
      const generated = join(fresh, 'libs/contracts/src/events');
      expect(typeScriptIn(committed)).toEqual(typeScriptIn(generated));
      const differing = typeScriptIn(generated).filter((name) => readFileSync(join(committed, name), 'utf8') !== readFileSync(join(generated, name), 'utf8'));
      expect(differing).toEqual([]);
    });
  });
});
