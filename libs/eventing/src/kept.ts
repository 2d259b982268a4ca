/**
 * What is read once and kept until it is forgotten. A reading asks when the one before it has ended, so whoever forgets one that has not asked yet
 * shares it, and never gets what was true before: a process that takes over many partitions at once has two readings at most.
 */
export class Kept<Value> {
  #value: Promise<Value> | undefined;
  #asked = true;
  #ended: Promise<void> = Promise.resolve();

  constructor(private readonly read: () => Promise<Value>) {}

  get(): Promise<Value> {
    return (this.#value ??= this.#begin());
  }

  forget(): void {
    if (this.#asked) this.#value = undefined;
  }

  #begin(): Promise<Value> {
    this.#asked = false;
    const value = this.#ended.then(() => {
      this.#asked = true;
      return this.read();
    });
    this.#ended = value.then(
      () => undefined,
      () => {
        if (this.#value === value) this.#value = undefined;
      },
    );
    return value;
  }
}
