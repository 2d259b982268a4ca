import type { Tree } from 'nx/src/generators/tree.js';
import { aggregateOf, folderOf, hasAggregate, type Aggregate } from '../skeletons/aggregate.ts';
import { namesOf, type Names } from '../skeletons/names.ts';
import { change, enlist, formatted, generatedAgain, textOf, writeNew } from '../skeletons/sources.ts';
import { writeDecision } from '../use-case/generator.ts';
import { ignoreEverywhere } from './ignoring.ts';

export interface EventOptions {
  readonly name: string;
  readonly service: string;
  readonly aggregate: string;
  readonly by?: string;
  readonly visibility?: 'public' | 'context';
  readonly subject?: 'organization' | 'person';
}

/** An event in its proto and in `evolve`; the first one brings the aggregate with it. */
export default async function eventGenerator(tree: Tree, options: EventOptions): Promise<() => void> {
  const name = namesOf(options.name);
  if (hasAggregate(tree, options.service, options.aggregate)) addEvent(tree, name, options);
  else addAggregate(tree, name, options);
  await formatted(tree);
  return generatedAgain(tree);
}

function addEvent(tree: Tree, name: Names, options: EventOptions): void {
  const aggregate = aggregateOf(tree, options.service, options.aggregate);
  if (aggregate.eventTypes.includes(name.type)) throw new Error(`${aggregate.union} has ${name.type}`);
  addMessage(tree, name, aggregate, options);
  evolve(tree, name, aggregate);
  const { decider, deciderFile, event } = aggregate;
  const ignoredBy = ignoreEverywhere(tree, aggregate, name.type).map((path) => path.replace(/^.*\//, ''));
  const values = {
    decider,
    deciderFile,
    event: event.name,
    eventFile: event.file,
    words: name.words,
    type: name.type,
    ignoredBy: ignoredBy.join(', ') || 'none',
  };
  writeNew(tree, `${aggregate.folder}/${name.file}.spec.ts`, import.meta.dirname, 'event.spec.ts', values);
}

/** The message with the id that all messages of the stream begin with. */
function addMessage(tree: Tree, name: Names, { proto, union }: Aggregate, { visibility = 'context' }: EventOptions): void {
  const text = textOf(tree, proto);
  const members = new RegExp(`message ${union} \\{\\s*oneof event \\{([^}]*)\\}`).exec(text)?.[1] ?? '';
  const next = Math.max(0, ...[...members.matchAll(/= (\d+);/g)].map(([, number]) => Number(number))) + 1;
  const first = /^\s*(\w+) /.exec(members)?.[1] ?? '';
  const id = new RegExp(`message ${first} \\{[^}]*?(string \\w+_id = 1;)`).exec(text)?.[1] ?? 'string organization_id = 1;';
  change(tree, proto, new RegExp(`(message ${union} \\{\\s*oneof event \\{[^}]*?)(\\n  \\})`), `$1\n    ${name.type} ${name.field} = ${next};$2`);
  const option = `  option (zhitong.options.v1.visibility) = VISIBILITY_${visibility.toUpperCase()};`;
  tree.write(proto, `${textOf(tree, proto).trimEnd()}\n\nmessage ${name.type} {\n${option}\n  ${id}\n}\n`);
}

/** A case that leaves the state as it is. */
function evolve(tree: Tree, name: Names, { folder, event }: Aggregate): void {
  const place = new RegExp(`(\\bevolve\\w*\\((\\w+)(?:: \\w+)?, (?:\\{[^}]*\\}|\\w+)(?:: ${event.name})?\\)[^]*?)(\\n\\s*default:)`);
  const file = tree.children(folder).find((child) => !child.endsWith('.spec.ts') && child.endsWith('.ts') && place.test(textOf(tree, `${folder}/${child}`)));
  if (file === undefined) throw new Error(`${folder} evolves in a form of its own: put ${name.type} in by hand`);
  change(tree, `${folder}/${file}`, place, `$1\ncase '${name.type}':\nreturn $2;$3`);
}

function addAggregate(tree: Tree, name: Names, { service, aggregate, by, visibility = 'context', subject = 'organization' }: EventOptions): void {
  if (by === undefined) throw new Error('The first event of an aggregate needs --by: the command that makes it, like --by=grant-award');
  const [its, command] = [namesOf(aggregate), namesOf(by)];
  const folder = folderOf(service, aggregate);
  const values = {
    ...{ service, package: service.replaceAll('-', '_'), category: its.file, aggregate: its.value, aggregateType: its.type, field: name.field },
    ...{ type: name.type, words: name.words, by: command.value, byFile: command.file, byType: command.type },
    ...{ visibility: visibility.toUpperCase(), id: `${subject}Id`, idField: `${subject}_id`, idWords: `${subject} id` },
  };
  writeNew(tree, `proto/zhitong/${values.package}/v1/${its.field}_events.proto`, import.meta.dirname, 'events.proto', { ...values, protoFile: its.field });
  writeNew(tree, `${folder}/${its.file}.decider.ts`, import.meta.dirname, 'decider.ts', { ...values, protoFile: its.field });
  writeNew(tree, `${folder}/${its.file}.stream.ts`, import.meta.dirname, 'stream.ts', values);
  const files = { event: `${its.type}Event`, eventFile: `${its.file}.decider.ts`, decider: `${its.value}Decider`, deciderFile: `${its.file}.decider.ts` };
  writeDecision(tree, command, folder, { ...files, id: `${subject}Id` });
  enlist(tree, service, 'streams', `${its.value}Stream`, `./domain/${its.file}/${its.file}.stream.ts`);
}
