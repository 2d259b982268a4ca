import type { Tree } from 'nx/src/generators/tree.js';
import type { Aggregate } from '../skeletons/aggregate.ts';
import { change, importInto, textOf } from '../skeletons/sources.ts';

/** Every projection and deadline that names all events of the aggregate ignores the new one; answers which they are. */
export function ignoreEverywhere(tree: Tree, { reference }: Aggregate, type: string): readonly string[] {
  const handlers = new RegExp(`(\\bfrom<\\w+>\\(${reference}\\)(?:<[^(]*>)?\\(\\{)`);
  return readers(tree).filter((path) => {
    const text = textOf(tree, path);
    if (!handlers.test(text)) return false;
    change(tree, path, handlers, `$1\n${type}: ignore,`);
    if (!/import \{[^}]*\bignore\b[^}]*\} from '@zhitong\/eventing'/.test(text)) importInto(tree, path, "import { ignore } from '@zhitong/eventing';");
    return true;
  });
}

const readers = (tree: Tree): readonly string[] =>
  tree
    .children('services')
    .flatMap((service) => [`services/${service}/src/projections`, `services/${service}/src/policies`])
    .flatMap((room) => tree.children(room).map((file) => `${room}/${file}`))
    .filter((path) => /\.(projection|deadline)\.ts$/.test(path));
