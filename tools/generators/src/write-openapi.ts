import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { operations, platformOperations } from '@zhitong/catalogue';
import { fileRoutes } from '@zhitong/catalogue/file-routes.ts';
import { apiPrefix, openApiDocument } from '@zhitong/catalogue/openapi.ts';
import openapiTS, { astToString } from 'openapi-typescript';

const header = '// Generated from libs/contracts/openapi.json.\n';

/** Services that do more than every service does: the console has no business with the others. */
const working = new Set(operations.filter((operation) => !platformOperations.includes(operation)).map(({ context }) => context));

/** The API document and the types and routes the console is checked against, by path. They are committed and never edited. */
export async function apiFiles(root: string): Promise<ReadonlyMap<string, string>> {
  const document = JSON.stringify(openApiDocument(operations, { title: 'Zhitong', version: 'v1' }, fileRoutes), null, 2);
  const routes = operations
    .filter(({ context }) => working.has(context))
    .map(({ name, kind, path }) => `  ${name}: ['${kind === 'command' ? 'post' : 'get'}', '${apiPrefix}${path}'],\n`);
  return new Map([
    [join(root, 'libs/contracts/openapi.json'), `${document}\n`],
    [join(root, 'web/src/api/schema.d.ts'), `${header}${astToString(await openapiTS(document))}`],
    [join(root, 'web/src/api/routes.ts'), `${header}export const routes = {\n${routes.join('')}} as const;\n`],
  ]);
}

if (import.meta.main) {
  for (const [path, content] of await apiFiles(fileURLToPath(new URL('../../../', import.meta.url)))) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  console.log(`${operations.length} operations`);
}
