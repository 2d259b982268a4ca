import { NewestVersions } from './newest-versions.ts';

/** What a unit took in, told to everyone who waits for an own write: versions by stream. */
export interface ProgressNote {
  /** Name of the build that took it in: a build that takes over has its own. */
  readonly subscription: string;
  readonly projection: string;
  readonly versions: Readonly<Record<string, number>>;
}

/** Streams of a subscription: those that were written lately are the ones that somebody waits for. */
const remembered = 10_000;

/** Remembers which versions subscriptions have taken in, so that a reader can wait for its own write. */
export class Progress {
  /** By subscription: the streams in them are the same. */
  readonly #seen = new Map<string, NewestVersions>();
  readonly #waiting = new Set<() => void>();

  note({ subscription, versions }: Omit<ProgressNote, 'projection'>): void {
    const seen = this.#seen.get(subscription) ?? new NewestVersions(remembered);
    this.#seen.set(subscription, seen);
    for (const [stream, version] of Object.entries(versions)) seen.note(stream, version);
    for (const check of [...this.#waiting]) check();
  }

  has(subscription: string, stream: string, version: number): boolean {
    return (this.#seen.get(subscription)?.of(stream) ?? 0) >= version;
  }

  /** True once the subscription has taken the version in; false when that took longer than `timeoutMs`. */
  reached(subscription: string, stream: string, version: number, timeoutMs: number): Promise<boolean> {
    if (this.has(subscription, stream, version)) return Promise.resolve(true);
    return new Promise((resolve) => {
      const finish = (answer: boolean) => {
        clearTimeout(timer);
        this.#waiting.delete(check);
        resolve(answer);
      };
      const check = () => {
        if (this.has(subscription, stream, version)) finish(true);
      };
      const timer = setTimeout(() => finish(false), timeoutMs);
      this.#waiting.add(check);
    });
  }
}
