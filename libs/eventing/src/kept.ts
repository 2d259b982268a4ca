/**
 * What is read once and kept until it is forgotten. Who forgets it while it is being read shares that reading: a process that takes over
 * many partitions asks for all of them at once.
 */
export class Kept<Value> {
  #value: Promise<Value> | undefined;
  #reading = false;

  constructor(private readonly read: () => Promise<Value>) {}

  get(): Promise<Value> {
    return (this.#value ??= this.#begin());
  }

  forget(): void {
    if (!this.#reading) this.#value = undefined;
  }

  async #begin(): Promise<Value> {
    this.#reading = true;
    try {
      return await this.read();
    } catch (error) {
      this.#value = undefined;
      throw error;
    } finally {
      this.#reading = false;
    }
  }
}
