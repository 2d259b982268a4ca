import { parseStream, type StreamName } from './envelope.ts';
import type { Source } from './projection.ts';

export const topicsOf = (
  sources: readonly Pick<Source<unknown, never>, 'context' | 'category'>[],
  topicOf: (context: string, category: string) => string,
): readonly string[] => [...new Set(sources.map(({ context, category }) => topicOf(context, category)))];

/** The source a stream belongs to, if any; `unknown` when the name (of a malformed message) cannot be read, so that it may be anybody's. */
export function sourceOf<Result, Env>(sources: readonly Source<Result, Env>[], stream: string): Source<Result, Env> | 'unknown' | undefined {
  const name = nameOf(stream);
  return name ? sources.find(({ context, category }) => context === name.context && category === name.category) : 'unknown';
}

function nameOf(stream: string): StreamName | undefined {
  try {
    return parseStream(stream);
  } catch {
    return undefined;
  }
}
