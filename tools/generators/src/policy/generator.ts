import type { Tree } from 'nx/src/generators/tree.js';
import { aggregateOf } from '../skeletons/aggregate.ts';
import { namesOf } from '../skeletons/names.ts';
import { enlist, formatted, writeNew } from '../skeletons/sources.ts';

export interface PolicyOptions {
  readonly name: string;
  readonly service: string;
  readonly aggregate: string;
  readonly event: string;
}

/** A policy that sees its event and commands nothing yet. */
export default async function policyGenerator(tree: Tree, { service, ...options }: PolicyOptions): Promise<void> {
  const name = namesOf(options.name);
  if (!/^when-.+-then-.+$/.test(name.file)) throw new Error(`A policy reads when-...-then-..., unlike ${name.file}`);
  const { reference, event, eventTypes } = aggregateOf(tree, service, options.aggregate);
  const type = namesOf(options.event).type;
  if (!eventTypes.includes(type)) throw new Error(`${reference} has ${eventTypes.join(', ')}, no ${type}`);
  const folder = namesOf(options.aggregate).file;
  const values = { name: name.value, file: name.file, words: name.words, type, reference, folder, event: event.name, eventFile: event.file };
  const room = `services/${service}/src/policies`;
  writeNew(tree, `${room}/${name.file}.policy.ts`, import.meta.dirname, 'policy.ts', values);
  writeNew(tree, `${room}/${name.file}.policy.spec.ts`, import.meta.dirname, 'policy.spec.ts', values);
  enlist(tree, service, 'policies', name.value, `./policies/${name.file}.policy.ts`);
  await formatted(tree);
}
