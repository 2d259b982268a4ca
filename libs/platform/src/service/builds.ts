import { collectionsOf, type Collection, type AnyProjection, type ReadModelStore } from '@zhitong/eventing';

/** Which build of a projection version serves, and which is being filled beside it. */
export interface Build {
  readonly projection: string;
  readonly version: number;
  readonly active: number;
  readonly building: number | null;
  readonly startedAt: string | null;
  readonly switchedAt: string | null;
}

export const buildsCollection: Collection = { name: 'projection_builds', indexes: [['projection']] };

const keyOf = ({ name, version }: Pick<AnyProjection, 'name' | 'version'>) => `${name}.v${version}`;

/** The builds of one service, read often and changed rarely. */
export class Builds {
  #known = new Map<string, Build>();

  constructor(private readonly store: ReadModelStore) {}

  active(projection: Pick<AnyProjection, 'name' | 'version'>): number {
    return this.#known.get(keyOf(projection))?.active ?? 1;
  }

  of(projection: Pick<AnyProjection, 'name' | 'version'>): Build {
    const { name, version } = projection;
    return this.#known.get(keyOf(projection)) ?? { projection: name, version, active: 1, building: null, startedAt: null, switchedAt: null };
  }

  async refresh(): Promise<void> {
    const page = await this.store.query<Build>(buildsCollection.name, { where: [], limit: 1000 });
    this.#known = new Map(page.items.map(({ $key, ...build }) => [$key, build]));
  }

  /** False when somebody else changed the build at the same time. */
  async save(projection: Pick<AnyProjection, 'name' | 'version'>, build: Build): Promise<boolean> {
    const key = keyOf(projection);
    const [stored] = await this.store.stored(buildsCollection.name, [key]);
    const known = this.#known.get(key);
    if (JSON.stringify(stored?.row ?? undefined) !== JSON.stringify(known)) return false;
    const outcome = await this.store.commit({
      writes: [{ collection: buildsCollection.name, key, expectedRevision: stored?.revision ?? 0, guards: {}, row: build }],
    });
    await this.refresh();
    return outcome === 'committed';
  }

  /** Collections of the build that serves and of the one being filled. */
  collections(projections: readonly Pick<AnyProjection, 'name' | 'version' | 'indexes'>[]): readonly Collection[] {
    return projections.flatMap((projection) => {
      const { active, building } = this.of(projection);
      return [active, ...(building === null ? [] : [building])].flatMap((build) => Object.values(collectionsOf(projection, build)));
    });
  }
}
