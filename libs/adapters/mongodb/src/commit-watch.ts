import { setTimeout as setTimeoutAsync } from 'node:timers/promises';
import { type ChangeStream, type ChangeStreamDocument, type ChangeStreamOptions } from 'mongodb';
import type { CommitDocument } from './commit-document.ts';
import type { TailSource } from './tail-source.ts';
import { committed } from './concerns.ts';
import { isOutage } from './failures.ts';
import { Heartbeat, heartbeats } from './heartbeat.ts';

/** The stream is open and says nothing, though heartbeats were written. */
export class SilentStream extends Error {
  override readonly name = 'SilentStream';
}

/** The server has ended the stream, as it does when the log itself is dropped: nothing more comes, and no token leads on. */
export class EndedStream extends Error {
  override readonly name = 'EndedStream';
}

export interface Change {
  /** Absent for a heartbeat. */
  readonly document?: CommitDocument;
  /** Server time of the change, ms since epoch. */
  readonly through: number;
}

/** New commits and heartbeats of a database; one change stream for both, so that a heartbeat proves that commits would come. */
export class CommitWatch {
  readonly #stream: ChangeStream<CommitDocument, ChangeStreamDocument<CommitDocument>>;
  readonly #heartbeat: Heartbeat;
  readonly #silentMs: number;
  readonly #signal: AbortSignal;
  /** Spent waiting since the last change, in ms; the time a reader takes for its work does not count. */
  #silentFor = 0;
  #ahead: Change | undefined;

  constructor(source: TailSource, start: ChangeStreamOptions, signal: AbortSignal) {
    const { database, commits, times } = source;
    const inserted = { 'ns.coll': commits.collectionName, operationType: 'insert' };
    const beat = { 'ns.coll': heartbeats, operationType: { $in: ['insert', 'update'] } };
    const options = { ...committed, maxAwaitTimeMS: 1_000, batchSize: 1_000, ...start };
    this.#stream = database.watch([{ $match: { $or: [inserted, beat] } }], options);
    this.#silentMs = times.silentMs;
    this.#signal = signal;
    this.#heartbeat = new Heartbeat(source);
  }

  /** Keys are text, so tokens are plain JSON. */
  get token(): unknown {
    return this.#stream.resumeToken;
  }

  /** Makes the server open the stream now; a change that came with the answer is kept for `next`. */
  async open(): Promise<void> {
    this.#ahead = await this.next();
  }

  /** Undefined when nothing came within a second. */
  async next(): Promise<Change | undefined> {
    const ahead = this.#ahead;
    this.#ahead = undefined;
    if (ahead !== undefined) return ahead;
    const change = this.#stream.bufferedCount() > 0 ? await this.#stream.tryNext() : await this.#arrival();
    // Without this look an ended stream would answer "nothing yet" for ever, without a pause.
    if (change === null && this.#stream.closed) throw new EndedStream('The server ended the change stream');
    if (change === null) return undefined;
    this.#silentFor = 0;
    return toChange(change);
  }

  /** The driver's own wait never ends when a connection died without a sign, hence the deadline around it. */
  async #arrival(): Promise<ChangeStreamDocument<CommitDocument> | null> {
    this.#signal.throwIfAborted();
    const { promise: end, reject } = Promise.withResolvers<never>();
    const stop = (): void => {
      reject(this.#signal.reason);
    };
    const timer = setTimeout(() => {
      reject(new SilentStream('The change stream shows no sign of life'));
    }, this.#silentMs - this.#silentFor);
    this.#signal.addEventListener('abort', stop, { once: true });
    const asked = performance.now();
    try {
      return await Promise.race([this.#stream.tryNext(), end]);
    } finally {
      this.#silentFor += performance.now() - asked;
      clearTimeout(timer);
      this.#signal.removeEventListener('abort', stop);
    }
  }

  /** Does not wait for a server that may be gone; it closes what nobody asks for by itself. */
  async close(): Promise<void> {
    this.#heartbeat.stop();
    const closed = this.#stream.close().catch((error: unknown) => {
      if (!isOutage(error)) throw error;
    });
    await Promise.race([closed, setTimeoutAsync(1_000, undefined, { ref: false })]);
  }
}

function toChange(change: ChangeStreamDocument<CommitDocument>): Change {
  const through = (change.clusterTime?.t ?? 0) * 1000;
  if (change.operationType !== 'insert' || change.ns.coll === heartbeats) return { through };
  return { document: change.fullDocument, through };
}
