interface Place {
  readonly at: number;
  readonly end: number;
}
interface KnownPlace extends Place {
  /** Where the partition ended when the reading came to it. */
  readonly goal: number;
}

/** How far a reading is in each of its partitions, and where they end as last seen. Offsets count. */
export class Places {
  readonly #places = new Map<string, KnownPlace>();

  /** It is asked where a partition begins: until that is known nothing of it counts as read. */
  ask(topic: string, partition: number): void {
    this.#places.set(`${topic}/${partition}`, { ...this.of(topic, partition), goal: Infinity });
  }

  begin(topic: string, partition: number, place: Place): void {
    this.#places.set(`${topic}/${partition}`, { ...place, goal: place.end });
  }

  /** What is done with a partition that was dropped meanwhile counts no more. */
  move(topic: string, partition: number, place: Place): void {
    const known = this.#places.get(`${topic}/${partition}`);
    if (known) this.#places.set(`${topic}/${partition}`, { ...place, goal: known.goal });
  }

  drop(topic: string, partition: number): void {
    this.#places.delete(`${topic}/${partition}`);
  }

  of(topic: string, partition: number): Place {
    return this.#places.get(`${topic}/${partition}`) ?? { at: 0, end: 0 };
  }

  /** True once everything was read that was there when the reading came. */
  get past(): boolean {
    return [...this.#places.values()].every(({ at, goal }) => at >= goal);
  }

  get some(): boolean {
    return this.#places.size > 0;
  }

  /** Offsets between here and the ends. */
  lag(): number {
    return [...this.#places.values()].reduce((sum, { at, end }) => sum + Math.max(0, end - at), 0);
  }

  /** Share of what is there that has been read, 0..1. */
  progress(): number {
    const end = [...this.#places.values()].reduce((sum, place) => sum + place.end, 0);
    return end === 0 ? 1 : 1 - this.lag() / end;
  }
}
