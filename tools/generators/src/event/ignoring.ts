import type { Tree } from 'nx/src/generators/tree.js';
import type { Aggregate } from '../skeletons/aggregate.ts';
import { change, importInto, textOf } from '../skeletons/sources.ts';

/** Every projection and deadline that names all events of the aggregate ignores the new one; answers which they are. */
export function ignoreEverywhere(tree: Tree, aggregate: Aggregate, type: string): readonly string[] {
  const { context, category } = aggregate;
  const handlers = new RegExp(`(from<(\\w+)>\\(\\s*'${context}',\\s*'${category}',?\\s*\\)(?:<[^(]*>)?\\(\\{)`);
  return readers(tree).filter((path) => {
    const text = textOf(tree, path);
    const named = handlers.exec(text)?.[2];
    if (named === undefined || !takesAll(text, named, aggregate)) return false;
    change(tree, path, handlers, `$1\n${type}: ignore,`);
    if (!/import \{[^}]*\bignore\b[^}]*\} from '@zhitong\/eventing'/.test(text)) importInto(tree, path, "import { ignore } from '@zhitong/eventing';");
    return true;
  });
}

/** A reader of another service may have chosen some of the events. */
const takesAll = (text: string, named: string, { union, event, folder }: Aggregate): boolean =>
  new RegExp(`type ${named} = EventOf<${union}>;`).test(text) ||
  (named === event.name && new RegExp(`from '\\.\\./domain/${folder.replace(/^.*\//, '')}/`).test(text));

const readers = (tree: Tree): readonly string[] =>
  tree
    .children('services')
    .flatMap((service) => [`services/${service}/src/projections`, `services/${service}/src/policies`])
    .flatMap((room) => tree.children(room).map((file) => `${room}/${file}`))
    .filter((path) => /\.(projection|deadline)\.ts$/.test(path));
