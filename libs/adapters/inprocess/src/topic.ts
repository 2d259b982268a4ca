import { setImmediate } from 'node:timers/promises';
import { partitionOf, type OrderedLog, type RecordedEvent } from '@zhitong/eventing';

export interface Commit {
  readonly position: number;
  readonly events: readonly RecordedEvent[];
}

/** A stretch of the log as one topic sees it, dealt out to partitions. */
export interface Chunk {
  /** The whole log up to this position was looked at. */
  readonly through: number;
  readonly highWatermark: number;
  readonly commits: ReadonlyMap<number, readonly Commit[]>;
}

/** A log, or the part of it that is kept apart for the few who may read it. Offsets are the log's positions. */
export interface Topic {
  readonly name: string;
  readonly logEpoch: number;
  end(): number;
  read(fromOffset: number, limit: number): Promise<Chunk>;
  onAppended(listener: () => void): () => void;
}

export function topicOf(name: string, log: OrderedLog, belongs: (stream: string) => boolean): Topic {
  return {
    name,
    logEpoch: log.epoch,
    end: () => log.head() + 1,
    async read(fromOffset, limit) {
      const head = log.head(); // asked first: the reading below sees at least this much
      const commits = await readInTurns(log, Math.max(0, fromOffset - 1), limit);
      const last = commits.at(-1)?.position ?? 0;
      return {
        through: commits.length < limit ? Math.max(head, last) : last,
        highWatermark: Math.max(head, last) + 1,
        commits: Map.groupBy(
          commits.filter((commit) => belongs(streamOf(commit))),
          (commit) => partitionOf(streamOf(commit)),
        ),
      };
    },
    onAppended: (listener) => log.onAppended(listener),
  };
}

/** Commits that are read without a pause; reading a log blocks the event loop. */
const atOnce = 200;

async function readInTurns(log: OrderedLog, after: number, limit: number): Promise<readonly Commit[]> {
  const commits: Commit[] = [];
  for (;;) {
    const wanted = Math.min(atOnce, limit - commits.length);
    const found = log.read(commits.at(-1)?.position ?? after, wanted);
    commits.push(...found);
    if (found.length < wanted || commits.length === limit) return commits;
    await setImmediate();
  }
}

const streamOf = ({ events }: Commit): string => events[0]?.stream ?? '';
