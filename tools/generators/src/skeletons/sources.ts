import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tree } from 'nx/src/generators/tree.js';
import { format, resolveConfig } from 'prettier';

export type Values = Readonly<Record<string, string | number>>;

/** A template with `<%= name %>` filled in. */
function filled(template: string, values: Values): string {
  return template.replace(/<%= (\w+) %>/g, (_hole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`A template asks for "${name}", which nobody gives it`);
    return String(value);
  });
}

/** Writes a template of a generator to a file that must not exist yet. */
export function writeNew(tree: Tree, path: string, folder: string, template: string, values: Values): void {
  if (tree.exists(path)) throw new Error(`${path} exists`);
  tree.write(path, filled(readFileSync(join(folder, 'files', `${template}.template`), 'utf8'), values));
}

/** The text of a file that must exist. */
export function textOf(tree: Tree, path: string): string {
  const text = tree.read(path, 'utf8');
  if (text === null) throw new Error(`${path} does not exist`);
  return text;
}

/** Puts text into a file at a known place; says what to do by hand where the file has another form. */
export function change(tree: Tree, path: string, place: RegExp, replacement: string): void {
  const text = textOf(tree, path);
  if (!place.test(text))
    throw new Error(`${path} has another form than expected (${place.source}): put in by hand what was to stand there: ${replacement.trim()}`);
  tree.write(path, text.replace(place, replacement));
}

export const importInto = (tree: Tree, path: string, statement: string): void => tree.write(path, `${statement}\n${textOf(tree, path)}`);

/** Adds an element to a list of a service's definition, and what it is imported by. */
export function enlist(tree: Tree, service: string, list: string, value: string, from: string): void {
  const path = `services/${service}/src/${service}.service.ts`;
  change(tree, path, new RegExp(`\\b${list}: \\[`), `${list}: [${value}, `);
  importInto(tree, path, `import { ${value} } from '${from}';`);
}

/** Every file that was written, as the house formats it. */
export async function formatted(tree: Tree): Promise<void> {
  const options = await resolveConfig(join(tree.root, 'package.json'));
  for (const { path, type } of tree.listChanges()) {
    if (type === 'DELETE' || !path.endsWith('.ts')) continue;
    tree.write(path, await format(textOf(tree, path), { ...options, filepath: path }));
  }
}

/** What comes after the files are written: types, protos of services, OpenAPI, samples. */
export const generatedAgain = (tree: Tree) => (): void => {
  execFileSync('npm', ['run', '--silent', 'generate'], { cwd: tree.root, stdio: 'inherit' });
};
