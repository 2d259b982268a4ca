import type { Tree } from 'nx/src/generators/tree.js';
import { namesOf } from './names.ts';
import { textOf } from './sources.ts';

/** An aggregate as its files tell it. */
export interface Aggregate {
  /** Its folder in `domain/`. */
  readonly folder: string;
  /** `aggregates.organizations.size` */
  readonly reference: string;
  readonly stream: string;
  readonly streamFile: string;
  readonly decider: string;
  readonly deciderFile: string;
  /** Types, and the files of the folder that export them. */
  readonly event: Exported;
  readonly command: Exported;
  /** `SizeEvents`: the message that holds the union. */
  readonly union: string;
  readonly proto: string;
  readonly eventTypes: readonly string[];
}
interface Exported {
  readonly name: string;
  readonly file: string;
}

export const folderOf = (service: string, aggregate: string): string => `services/${service}/src/domain/${namesOf(aggregate).file}`;

export const hasAggregate = (tree: Tree, service: string, aggregate: string): boolean => tree.exists(folderOf(service, aggregate));

/** The one match among the files of a folder. */
function found(tree: Tree, folder: string, pattern: RegExp): { readonly file: string; readonly groups: readonly string[] } {
  for (const file of tree.children(folder)) {
    if (!file.endsWith('.ts') || file.endsWith('.spec.ts')) continue;
    const match = pattern.exec(textOf(tree, `${folder}/${file}`));
    if (match !== null) return { file, groups: match.slice(1) };
  }
  throw new Error(`${folder} holds nothing like ${pattern.source}`);
}

/** Reads the aggregate whose rules are in `services/<service>/src/domain/<aggregate>`. */
export function aggregateOf(tree: Tree, service: string, aggregate: string): Aggregate {
  const folder = folderOf(service, aggregate);
  if (!hasAggregate(tree, service, aggregate)) throw new Error(`${folder} does not exist: generate its first event`);
  const { file: streamFile, groups: streamGroups } = found(tree, folder, /export const (\w+) = defineStream\(\{ \.\.\.(aggregates\.\w+\.\w+)/);
  const [stream = '', reference = ''] = streamGroups;
  const { file, groups } = found(tree, folder, /export type (\w+) = EventOf<(\w+)>/);
  const [event = '', union = ''] = groups;
  const imported = new RegExp(`events/(zhitong/[\\w/]+)\\.ts`).exec(textOf(tree, `${folder}/${file}`))?.[1] ?? '';
  const proto = `proto/${imported}.proto`;
  const members = new RegExp(`message ${union} \\{\\s*oneof event \\{([^}]*)\\}`).exec(textOf(tree, proto))?.[1] ?? '';
  const { file: deciderFile, groups: deciderGroups } = found(tree, folder, /export const (\w+): Decider<\w[^,]*, (\w+),/);
  const [decider = '', command = ''] = deciderGroups;
  return {
    folder,
    reference,
    stream,
    streamFile,
    decider,
    deciderFile,
    event: { name: event, file },
    command: { name: command, file: found(tree, folder, new RegExp(`export (?:type|interface) ${command}\\b`)).file },
    union,
    proto,
    eventTypes: [...members.matchAll(/(\w+) \w+ = \d+;/g)].map(([, name = '']) => name),
  };
}
