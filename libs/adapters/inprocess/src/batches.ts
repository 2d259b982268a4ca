import type { Delivered } from '@zhitong/eventing';
import type { Chunk, Commit } from './topic.ts';

export interface Slice {
  readonly firstOffset: number;
  readonly nextOffset: number;
  readonly messages: readonly Delivered[];
}

/** Batches of at most `maxEvents` events or one commit; the last one also covers what the chunk holds for other partitions. */
export function slices(commits: readonly Commit[], { through }: Chunk, maxEvents: number): readonly Slice[] {
  const groups: Commit[][] = [];
  let events = Number.POSITIVE_INFINITY;
  for (const commit of commits) {
    if (events + commit.events.length > maxEvents) {
      groups.push([]);
      events = 0;
    }
    events += commit.events.length;
    groups.at(-1)?.push(commit);
  }
  return groups.map((group, at) => ({
    firstOffset: group[0]?.position ?? 0,
    nextOffset: at === groups.length - 1 ? through + 1 : (group.at(-1)?.position ?? 0) + 1,
    messages: group.flatMap(({ position, events: recorded }) => recorded.map((event) => ({ offset: position, event }))),
  }));
}
