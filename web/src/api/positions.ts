interface Position {
  readonly stream: string;
  readonly version: number;
  /** As the server wrote it, sent back unchanged. */
  readonly text: string;
}

/** Something done in this tab: what, to which, and which reads show it. */
export interface OwnWrite {
  readonly command: string;
  readonly id: string;
  readonly changes: readonly string[];
  /** Milliseconds. */
  readonly at: number;
}

/** What this tab has written: newest position of each stream, and which operations have been seen to contain it. */
export class Positions {
  readonly #newest = new Map<string, Position & { readonly write: OwnWrite }>();
  readonly #reached = new Map<string, Map<string, number>>();

  /** `stream@version@milliseconds`, as a command answers it. @throws {Error} when it is none. */
  wrote(text: string, write: OwnWrite): void {
    const position = { ...positionIn(text), write };
    if ((this.#newest.get(position.stream)?.version ?? -1) >= position.version) return;
    this.#newest.delete(position.stream);
    this.#newest.set(position.stream, position);
    const [oldest] = this.#newest.keys();
    if (this.#newest.size > mostStreams && oldest !== undefined) this.#newest.delete(oldest);
  }

  /** What a read of this operation must still wait for. */
  after(operation: string): string | null {
    const waiting = this.#waiting(operation);
    return waiting.length === 0 ? null : waiting.map(({ text }) => text).join(',');
  }

  /** Own acts that this operation shows, but was not yet seen to. */
  pending(operation: string): readonly OwnWrite[] {
    return this.#waiting(operation).flatMap(({ write }) => (write.changes.includes(operation) ? [write] : []));
  }

  /** The read that asked for `after` contained all of it. */
  reached(operation: string, after: string): void {
    const known = this.#reached.get(operation) ?? new Map<string, number>();
    for (const { stream, version } of after.split(',').map(positionIn)) known.set(stream, version);
    this.#reached.set(operation, known);
  }

  #waiting(operation: string) {
    const reached = this.#reached.get(operation);
    return [...this.#newest.values()].filter(({ stream, version }) => (reached?.get(stream) ?? -1) < version);
  }
}

/** A header of a few hundred bytes: older writes have long been projected. */
const mostStreams = 16;

function positionIn(text: string): Position {
  const [, stream, version] = /^([^@,]+)@(\d+)@\d+$/.exec(text) ?? [];
  if (stream === undefined) throw new Error(`Not a position: ${text}`);
  return { stream, version: Number(version), text };
}
