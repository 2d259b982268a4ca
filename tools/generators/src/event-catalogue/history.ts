import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Aggregate, ProtoImage } from './image.ts';
import { sampleOf } from './samples.ts';

/** A released shape of an event: kept for ever, because the logs of installations hold it. */
export interface Shape {
  readonly version: number;
  readonly path: string;
  readonly data: object;
}

const folderOf = (history: string, { context, category }: Pick<Aggregate, 'context' | 'category'>) => join(history, context, category);

/** The released shapes of an event, oldest first. */
export function shapesOf(history: string, aggregate: Pick<Aggregate, 'context' | 'category'>, event: string): readonly Shape[] {
  const folder = folderOf(history, aggregate);
  if (!existsSync(folder)) return [];
  const file = new RegExp(`^${event}\\.v(\\d+)\\.json$`);
  return readdirSync(folder)
    .flatMap((name) => {
      const version = Number(file.exec(name)?.[1] ?? 0);
      return version === 0 ? [] : [{ version, path: join(folder, name), data: objectIn(join(folder, name)) }];
    })
    .sort((a, b) => a.version - b.version);
}

function objectIn(path: string): object {
  const data: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new TypeError(`${path} holds no event`);
  return data;
}

/** The next sample of every event whose fields are not those of its newest one, by path. What is there is never rewritten. */
export function missingShapes(image: ProtoImage, history: string): ReadonlyMap<string, string> {
  return new Map(
    image.aggregates.flatMap((aggregate) =>
      aggregate.events.flatMap((event) => {
        const newest = shapesOf(history, aggregate, event.name).at(-1);
        const sample = sampleOf(event, image.messages);
        if (newest !== undefined && shapeOf(newest.data) === shapeOf(sample)) return [];
        const path = join(folderOf(history, aggregate), `${event.name}.v${(newest?.version ?? 0) + 1}.json`);
        return [[path, `${JSON.stringify(sample, null, 2)}\n`] as const];
      }),
    ),
  );
}

/** Names and kinds of fields without their values. */
function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.length === 0 ? '' : shapeOf(value[0])}]`;
  if (typeof value !== 'object' || value === null) return typeof value;
  return `{${Object.entries(value)
    .map(([name, inner]) => `${name}:${shapeOf(inner)}`)
    .sort()
    .join(',')}}`;
}
