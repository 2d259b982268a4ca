import { setImmediate } from 'node:timers/promises';

/** A call that waits for its turn. */
interface Waiting {
  readonly name: string;
  readonly ready: () => boolean;
  /** Does the work; gives what lets the caller go on. */
  readonly work: () => Promise<() => void>;
}

/**
 * Everything in one process, one call at a time: whoever asks a port waits until chance picks the call. A crash ends all who wait, also
 * behind a call that has still taken effect. The same chance gives the same trace.
 */
export class Stepper {
  /** What was let through, in order. */
  readonly trace: string[] = [];
  #waiting: Waiting[] = [];

  constructor(private readonly random: () => number) {}

  /** Resolves once chance has picked it, and only while it is ready; never when a crash came first. */
  call<Result>(name: string, work: () => Result | Promise<Result>, ready = () => true): Promise<Result> {
    return new Promise((resolve, reject) => {
      const answer = async () => {
        try {
          const result = await work();
          return () => {
            resolve(result);
          };
        } catch (error) {
          return () => {
            reject(error instanceof Error ? error : new Error(String(error)));
          };
        }
      };
      this.#waiting.push({ name, ready, work: answer });
    });
  }

  /** A port whose every answer waits for its turn. */
  port<Port extends object>(name: string, port: Port): Port {
    return new Proxy(port, {
      get: (target, member) => {
        const found: unknown = Reflect.get(target, member, target);
        if (typeof found !== 'function') return found;
        return (...args: readonly unknown[]) => this.call(`${name}.${String(member)}`, () => Reflect.apply(found, target, args));
      },
    });
  }

  /** Lets one call through. False when nobody can go on. */
  async step(): Promise<boolean> {
    await settled();
    const picked = this.#pick();
    if (picked === undefined) return false;
    this.trace.push(picked.name);
    const goOn = await picked.work();
    goOn();
    return true;
  }

  /** Everybody who waits is gone; half of the time one call was carried out before, and nobody learned of it. */
  async crash(): Promise<void> {
    await settled();
    const last = this.random() < 0.5 ? this.#pick() : undefined;
    await last?.work();
    this.trace.push(`crash after ${last?.name ?? 'nothing'}`);
    this.#waiting = [];
  }

  #pick(): Waiting | undefined {
    const ready = this.#waiting.filter((one) => one.ready());
    const picked = ready[Math.floor(this.random() * ready.length)];
    this.#waiting = this.#waiting.filter((one) => one !== picked);
    return picked;
  }
}

/** Whoever was answered has gone on to the next call, also by a turn of the event loop or two. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await setImmediate();
}
