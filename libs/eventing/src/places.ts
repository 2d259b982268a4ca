interface Place {
  readonly at: number;
  readonly end: number;
}

/** How far a reading is in each of its partitions, and where they end as last seen. Offsets count. */
export class Places {
  readonly #places = new Map<string, Place>();

  set(topic: string, partition: number, place: Place): void {
    this.#places.set(`${topic}/${partition}`, place);
  }

  of(topic: string, partition: number): Place {
    return this.#places.get(`${topic}/${partition}`) ?? { at: 0, end: 0 };
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
