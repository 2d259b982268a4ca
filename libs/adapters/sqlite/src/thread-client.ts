import { Worker } from 'node:worker_threads';
import { StoreUnavailable } from '@zhitong/eventing';
import { errorOf, failureOf, type Reply, type Request } from './thread-protocol.ts';

/** The methods of a service as seen from another thread. */
export type Remote<Service> = {
  readonly [Name in keyof Service]: Service[Name] extends (...args: infer Args) => infer Result ? (...args: Args) => Promise<Awaited<Result>> : never;
};

interface Pending {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/**
 * Runs the service of a worker file in a thread. A thread that dies takes its calls with it ({@link StoreUnavailable}); the next call
 * starts another, and `close` ends it for good. It holds the process only while a call is under way.
 */
export class ServiceThread {
  #worker: Worker | undefined;
  readonly #pending = new Map<number, Pending>();
  #unsent: Request[] = [];
  #calls = 0;
  #closed = false;

  constructor(
    private readonly entry: URL,
    private readonly workerData: unknown,
  ) {}

  remote<Service>(): Remote<Service> {
    const call =
      (_target: object, method: string | symbol) =>
      (...args: unknown[]) =>
        this.#call(String(method), args);
    return new Proxy({}, { get: call }) as Remote<Service>;
  }

  async #call(method: string, args: readonly unknown[]): Promise<unknown> {
    if (this.#closed) throw new StoreUnavailable('The store is closed');
    this.#closed = method === 'close';
    const id = ++this.#calls;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#unsent.push({ id, method, args });
      if (this.#unsent.length === 1) process.nextTick(() => this.#send());
    });
  }

  /** What was called in one turn goes over in one message: waking the other thread costs more than most calls. */
  #send(): void {
    const requests = this.#unsent;
    this.#unsent = [];
    if (requests.length === 0) return;
    const worker = (this.#worker ??= this.#start());
    worker.ref();
    try {
      worker.postMessage(requests);
    } catch (error) {
      for (const { id } of requests) this.#settle({ id, failure: failureOf(error) });
    }
  }

  #start(): Worker {
    const worker = new Worker(this.entry, { workerData: this.workerData, execArgv: execArgvFor(this.entry) });
    let cause: unknown;
    worker.on('message', (replies: readonly Reply[]) => {
      for (const reply of replies) this.#settle(reply);
    });
    worker.on('error', (error) => {
      cause = error;
    });
    worker.on('exit', () => {
      this.#lost(cause);
    });
    return worker;
  }

  #settle(reply: Reply): void {
    const pending = this.#pending.get(reply.id);
    this.#pending.delete(reply.id);
    if (this.#pending.size === 0) this.#worker?.unref();
    if ('failure' in reply) pending?.reject(errorOf(reply.failure));
    else pending?.resolve(reply.value);
  }

  #lost(cause: unknown): void {
    this.#worker = undefined;
    this.#unsent = [];
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of pending) reject(new StoreUnavailable('The thread of the store ended', { cause }));
  }
}

/** Sources need their compiler in every thread; a bundle needs nothing. */
const execArgvFor = (entry: URL): string[] =>
  entry.href.endsWith('.ts') ? ['--import', new URL('../../../../tools/dev/register.js', import.meta.url).href] : [];
