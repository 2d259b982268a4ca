import { mkdirSync, writeFileSync } from 'node:fs';
import { operations } from '@zhitong/catalogue';
import openapiTS, { astToString } from 'openapi-typescript';
import { apiPrefix, openApiDocument } from './openapi.ts';

/** Writes the API document and the types and routes the console is checked against. They are committed and never edited. */
const document = JSON.stringify(openApiDocument(operations, { title: 'Zhitong', version: 'v1' }), null, 2);
const root = new URL('../../../', import.meta.url);
mkdirSync(new URL('web/src/api/', root), { recursive: true });
writeFileSync(new URL('libs/contracts/openapi.json', root), `${document}\n`);
const header = '// Generated from libs/contracts/openapi.json.\n';
writeFileSync(new URL('web/src/api/schema.d.ts', root), `${header}${astToString(await openapiTS(document))}`);
const routes = operations.map(({ name, kind, path }) => `  ${name}: ['${kind === 'command' ? 'post' : 'get'}', '${apiPrefix}${path}'],\n`);
writeFileSync(new URL('web/src/api/routes.ts', root), `${header}export const routes = {\n${routes.join('')}} as const;\n`);
console.log(`${operations.length} operations`);
