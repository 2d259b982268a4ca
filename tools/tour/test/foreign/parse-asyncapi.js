// What the official parser says of a document: parse-asyncapi.js <folder with @asyncapi/parser> <document>
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder, file] = process.argv.slice(2);
const { Parser } = createRequire(join(folder, 'package.json'))('@asyncapi/parser');
const { document, diagnostics } = await new Parser().parse(readFileSync(file, 'utf8'));
const [error, warning] = [0, 1];
const told = (severity) => diagnostics.filter((one) => one.severity === severity).map(({ message, path }) => `${path.join('.')}: ${message}`);
console.log(JSON.stringify({ version: document?.version(), messages: document?.allMessages().length ?? 0, errors: told(error), warnings: told(warning) }));
