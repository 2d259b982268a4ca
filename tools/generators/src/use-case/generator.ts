import type { Tree } from 'nx/src/generators/tree.js';
import { aggregateOf, type Aggregate } from '../skeletons/aggregate.ts';
import { namesOf, type Names } from '../skeletons/names.ts';
import { change, enlist, formatted, generatedAgain, importInto, textOf, writeNew } from '../skeletons/sources.ts';

export interface UseCaseOptions {
  readonly name: string;
  readonly service: string;
  readonly aggregate: string;
  readonly right: string;
  readonly reach?: string;
  readonly subject?: 'organization' | 'person';
  readonly operations?: string;
}

/** A command from its declaration to its decision, which refuses everybody until its rules are written. */
export default async function useCaseGenerator(tree: Tree, options: UseCaseOptions): Promise<() => void> {
  const { service, subject = 'organization' } = options;
  const name = namesOf(options.name);
  const aggregate = aggregateOf(tree, service, options.aggregate);
  const operations = namesOf(options.operations ?? options.aggregate);
  declare(tree, name, operations, options);
  decide(tree, name, aggregate, subject);
  const values = { name: name.value, type: name.type, operations: operations.value, operationsFile: operations.file, id: `${subject}Id` };
  const stream = { stream: aggregate.stream, streamFile: aggregate.streamFile, folder: namesOf(options.aggregate).file };
  writeNew(tree, `services/${service}/src/application/${name.file}.ts`, import.meta.dirname, 'application.ts', { ...values, ...stream });
  enlist(tree, service, 'useCases', name.value, `./application/${name.file}.ts`);
  await formatted(tree);
  return generatedAgain(tree);
}

function declare(tree: Tree, name: Names, operations: Names, { service, right, reach = 'within', subject = 'organization' }: UseCaseOptions): void {
  const file = `libs/catalogue/src/operations/${operations.file}.ts`;
  if (!tree.exists(file)) {
    const index = 'libs/catalogue/src/operations/index.ts';
    writeNew(tree, file, import.meta.dirname, 'operations.ts', {});
    change(tree, index, /readonly Operation\[\] = \[/, `readonly Operation[] = [${operations.value}, `);
    importInto(tree, index, `import * as ${operations.value} from './${operations.file}.ts';`);
  }
  if (textOf(tree, file).includes(`export const ${name.value} =`)) throw new Error(`${file} declares ${name.value} already`);
  const path = `/${subject === 'person' ? 'members' : 'organizations'}/{${subject}Id}/${name.file}`;
  writeNew(tree, `${file}.draft`, import.meta.dirname, 'operation.ts', {
    name: name.value,
    words: name.words,
    service,
    path,
    right,
    reach,
    id: `${subject}Id`,
  });
  tree.write(file, `${textOf(tree, file)}\n${textOf(tree, `${file}.draft`)}`);
  tree.delete(`${file}.draft`);
}

/** The rules in a file of their own, with their spec; a case in the decider, unless the first event of the aggregate brought it. */
function decide(tree: Tree, name: Names, aggregate: Aggregate, subject: string): void {
  const { folder, event, command, decider, deciderFile } = aggregate;
  if (new RegExp(`case '${name.type}'`).test(textOf(tree, `${folder}/${deciderFile}`))) return;
  writeDecision(tree, name, folder, { event: event.name, eventFile: event.file, decider, deciderFile, id: `${subject}Id` });
  change(tree, `${folder}/${command.file}`, new RegExp(`(export type ${command.name} =)(?:\\s*\\|)?`), `$1 ${name.type} |`);
  importInto(tree, `${folder}/${command.file}`, `import type { ${name.type} } from './${name.file}.ts';`);
  change(
    tree,
    `${folder}/${deciderFile}`,
    /(\bdecide\(\w+(?:: \w+)?, command[^]*?)(\n\s*default:)/,
    `$1\ncase '${name.type}':\nreturn ${name.value}(command);$2`,
  );
  importInto(tree, `${folder}/${deciderFile}`, `import { ${name.value} } from './${name.file}.ts';`);
}

/** The file of a command's rules, and its spec. */
export function writeDecision(tree: Tree, name: Names, folder: string, values: Readonly<Record<string, string>>): void {
  const all = { ...values, idSample: values.id === 'personId' ? 'per_1' : 'org_1', name: name.value, type: name.type, words: name.words, file: name.file };
  writeNew(tree, `${folder}/${name.file}.ts`, import.meta.dirname, 'decision.ts', all);
  writeNew(tree, `${folder}/${name.file}.spec.ts`, import.meta.dirname, 'decision.spec.ts', all);
}
