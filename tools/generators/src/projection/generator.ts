import type { Tree } from 'nx/src/generators/tree.js';
import { aggregateOf } from '../skeletons/aggregate.ts';
import { namesOf } from '../skeletons/names.ts';
import { enlist, formatted, writeNew } from '../skeletons/sources.ts';

export interface ProjectionOptions {
  readonly name: string;
  readonly service: string;
  readonly aggregate: string;
}

/** A read model that names every event of one aggregate and keeps nothing of them yet. */
export default async function projectionGenerator(tree: Tree, { service, ...options }: ProjectionOptions): Promise<void> {
  const name = namesOf(options.name);
  const { reference, event, eventTypes } = aggregateOf(tree, service, options.aggregate);
  const folder = namesOf(options.aggregate).file;
  const values = { name: name.value, file: name.file, type: name.type, words: name.words, reference, folder, event: event.name, eventFile: event.file };
  const room = `services/${service}/src/projections`;
  const events = eventTypes.map((type) => `${type}: ignore,`).join('\n');
  writeNew(tree, `${room}/${name.file}.projection.ts`, import.meta.dirname, 'projection.ts', { ...values, events });
  writeNew(tree, `${room}/${name.file}.projection.spec.ts`, import.meta.dirname, 'projection.spec.ts', { ...values, events: eventTypes.join(', ') });
  enlist(tree, service, 'projections', name.value, `./projections/${name.file}.projection.ts`);
  await formatted(tree);
}
