import { NewestVersions } from './newest-versions.ts';

/** What a unit took in, told to everyone who waits for an own write: versions by stream. */
export interface ProgressNote {
  /** Name of the build that took it in: a build that takes over has its own. */
  readonly subscription: string;
  readonly projection: string;
  readonly versions: Readonly<Record<string, number>>;
}

/** Remembers which versions subscriptions have taken in, so that a reader can wait for its own write. */
export class Progress {
  readonly #seen = new NewestVersions(50_000);
  readonly #waiting = new Set<() => void>();

  note({ subscription, versions }: Omit<ProgressNote, 'projection'>): void {
    for (const [stream, version] of Object.entries(versions)) this.#seen.note(`${subscription}|${stream}`, version);
    for (const check of [...this.#waiting]) check();
  }

  has(subscription: string, stream: string, version: number): boolean {
    return this.#seen.of(`${subscription}|${stream}`) >= version;
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
