import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asyncApiDocument } from './event-catalogue/asyncapi.ts';
import { missingShapes } from './event-catalogue/history.ts';
import { readImage, type ProtoImage } from './event-catalogue/image.ts';
import { eventPage } from './event-catalogue/pages.ts';
import { aggregatesModule } from './event-catalogue/aggregates.ts';

/** Every generated file of the event catalogue as it must be, by path. */
export function eventCatalogue(image: ProtoImage, root: string): ReadonlyMap<string, string> {
  const history = join(root, 'proto', 'history');
  const contexts = [...new Set(image.aggregates.map(({ context }) => context))];
  return new Map([
    ...contexts.map((context) => [join(root, 'docs', 'events', `${context}.md`), eventPage(context, image, history)] as const),
    [join(root, 'libs', 'contracts', 'src', 'aggregates.ts'), aggregatesModule(image)],
    [join(root, 'docs', 'events', 'asyncapi.json'), `${JSON.stringify(asyncApiDocument(image, history, 'v1'), null, 2)}\n`],
  ]);
}

function write(files: ReadonlyMap<string, string>): void {
  for (const [path, content] of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

if (import.meta.main) {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const image = readImage(join(root, 'proto'));
  const released = missingShapes(image, join(root, 'proto', 'history'));
  write(released);
  const pages = eventCatalogue(image, root);
  write(pages);
  console.log(`${image.aggregates.flatMap(({ events }) => events).length} events, ${released.size} new shapes, ${pages.size} pages`);
}
