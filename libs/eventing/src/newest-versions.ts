/** The newest version noted of each stream; a repetition or a late note takes none away. */
export class NewestVersions {
  /** Two halves: when the newer one is full it becomes the older one, and what was not noted since is forgotten. */
  #newer = new Map<string, number>();
  #older = new Map<string, number>();

  constructor(private readonly remembered: number) {}

  /** 0 for what was never noted or is forgotten. */
  of(key: string): number {
    return this.#newer.get(key) ?? this.#older.get(key) ?? 0;
  }

  note(key: string, version: number): void {
    this.#newer.set(key, Math.max(version, this.of(key)));
    if (this.#newer.size >= this.remembered / 2) [this.#older, this.#newer] = [this.#newer, new Map<string, number>()];
  }
}
