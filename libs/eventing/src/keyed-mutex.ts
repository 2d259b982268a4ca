/**
 * Lets one piece of work at a time through per key, in the order of arrival. A failure that is everybody's ends those as well who wait
 * behind it: nobody goes on standing in line for a door that was just found closed.
 */
export class KeyedMutex {
  readonly #tails = new Map<string, Promise<unknown>>();

  constructor(private readonly isEverybodys: (error: unknown) => boolean) {}

  async run<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.#tails.get(key) ?? Promise.resolve();
    const mine = before.then(work);
    const tail = mine.catch((error: unknown) => {
      if (this.isEverybodys(error)) throw error;
    });
    tail.catch(() => undefined); // told to those who wait, if any
    this.#tails.set(key, tail);
    try {
      return await mine;
    } finally {
      if (this.#tails.get(key) === tail) this.#tails.delete(key);
    }
  }
}
