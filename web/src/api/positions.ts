/** What this tab has written: newest version of each stream, and which operations have been seen to contain it. */
export class Positions {
  readonly #newest = new Map<string, number>();
  readonly #reached = new Map<string, Map<string, number>>();

  /** `stream=version`, as a command answers it. */
  wrote(position: string): void {
    const at = position.lastIndexOf('=');
    const [stream, version] = [position.slice(0, at), Number(position.slice(at + 1))];
    if (at < 1 || !Number.isInteger(version)) throw new Error(`Not a position: ${position}`);
    if ((this.#newest.get(stream) ?? -1) >= version) return;
    this.#newest.delete(stream);
    this.#newest.set(stream, version);
    const [oldest] = this.#newest.keys();
    if (this.#newest.size > mostStreams && oldest !== undefined) this.#newest.delete(oldest);
  }

  /** What a read of this operation must still wait for. */
  after(operation: string): string | null {
    const reached = this.#reached.get(operation);
    const waiting = [...this.#newest].filter(([stream, version]) => (reached?.get(stream) ?? -1) < version);
    return waiting.length === 0 ? null : waiting.map(([stream, version]) => `${stream}=${version}`).join(',');
  }

  /** The read that asked for `after` contained all of it. */
  reached(operation: string, after: string): void {
    const known = this.#reached.get(operation) ?? new Map<string, number>();
    for (const part of after.split(',')) {
      const at = part.lastIndexOf('=');
      known.set(part.slice(0, at), Number(part.slice(at + 1)));
    }
    this.#reached.set(operation, known);
  }
}

/** A header of a few hundred bytes: older writes have long been projected. */
const mostStreams = 16;
