import type { Collection, Condition, ReadModelStore, RowWrite } from '@zhitong/eventing';
import { Rejected } from '@zhitong/kernel';
import type { SealedText } from '@zhitong/platform';

/** A person's record: all that identifies, sealed in one piece. */
export interface PersonRow {
  readonly sealed: SealedText;
  /** Row of the identity, so that confirming and erasing find it. */
  readonly identityRef: string;
}

/** `reserved`: a registration is under way; `confirmed`: its event is in the log. */
export interface IdentityRow {
  readonly personId: string;
  readonly state: 'reserved' | 'confirmed';
  readonly reservedAt: string;
}

/** One word of one name, as a keyed digest. */
export interface TokenRow {
  readonly token: string;
  readonly personId: string;
}

/** Somebody looked at clear data; read by the person concerned. */
export interface LookRow {
  readonly personId: string;
  readonly at: string;
  readonly byPersonId: string;
  readonly byOrganizationId?: string | undefined;
  readonly fields: readonly string[];
  readonly reason: string;
}

export const persons = 'vault_persons';
export const identities = 'vault_identities';
export const tokens = 'vault_tokens';
export const looks = 'vault_looks';

const vaultCollections: readonly Collection[] = [
  { name: persons, indexes: [] },
  { name: identities, indexes: [['state', 'reservedAt'], ['personId']] },
  { name: tokens, indexes: [['token'], ['personId']] },
  { name: looks, indexes: [['personId', 'at'], ['personId']] },
];

export interface Revised<Row> {
  readonly revision: number;
  readonly row: Row | undefined;
}

/** Rows with their revisions: every write of the vault says on what it was decided. */
export class VaultStore {
  constructor(private readonly store: ReadModelStore) {}

  ensure(): Promise<void> {
    return this.store.ensure(vaultCollections);
  }

  async read<Row>(collection: string, key: string): Promise<Revised<Row>> {
    const [stored] = await this.store.stored<Row>(collection, [key]);
    return { revision: stored?.revision ?? 0, row: stored?.row ?? undefined };
  }

  get<Row>(collection: string, key: string): Promise<Row | undefined> {
    return this.store.get<Row>(collection, key);
  }

  getMany<Row>(collection: string, keys: readonly string[]): Promise<ReadonlyMap<string, Row>> {
    return this.store.getMany<Row>(collection, keys);
  }

  query<Row>(
    collection: string,
    where: readonly Condition[],
    limit: number,
    options: { readonly cursor?: string | undefined; readonly newestBy?: string } = {},
  ) {
    const { cursor, newestBy } = options;
    return this.store.query<Row>(collection, {
      where,
      limit,
      cursor,
      ...(newestBy === undefined ? {} : { orderBy: { field: newestBy, direction: 'desc' } }),
    });
  }

  forget(): Promise<void> {
    return this.store.forget();
  }

  count(collection: string, where: readonly Condition[]) {
    return this.store.count(collection, where);
  }

  /** False when the row changed since. */
  async put(collection: string, key: string, expectedRevision: number, row: object): Promise<boolean> {
    return (await this.store.commit({ writes: [{ collection, key, expectedRevision, guards: {}, row }] })) === 'committed';
  }

  /** Key and all: digests of a person are in the keys. False when the row changed since. */
  async remove(collection: string, key: string, expectedRevision: number): Promise<boolean> {
    return (await this.store.commit({ writes: [{ collection, key, expectedRevision, guards: {}, row: null, untraced: true }] })) === 'committed';
  }

  /** All or nothing, on whatever the rows are now. */
  putAll(writes: readonly { readonly collection: string; readonly key: string; readonly row: object }[]): Promise<void> {
    return this.#together(writes, (write, expectedRevision) => [{ ...write, guards: {}, expectedRevision }]);
  }

  /** All or nothing, key and all; what is gone already need not be removed. */
  removeAll(rows: readonly { readonly collection: string; readonly key: string }[]): Promise<void> {
    const removal = (row: (typeof rows)[number], expectedRevision: number) => ({ ...row, guards: {}, expectedRevision, row: null, untraced: true as const });
    return this.#together(rows, (row, expectedRevision) => (expectedRevision === 0 ? [] : [removal(row, expectedRevision)]));
  }

  async #together<Row extends { readonly collection: string; readonly key: string }>(
    rows: readonly Row[],
    writesOf: (row: Row, expectedRevision: number) => readonly RowWrite[],
  ): Promise<void> {
    for (let attempt = 0; attempt < 8; attempt += 1) {
      const revisions = await this.#revisions(rows);
      const writes = rows.flatMap((row) => writesOf(row, revisions.get(`${row.collection}/${row.key}`) ?? 0));
      if ((await this.store.commit({ writes })) === 'committed') return;
    }
    throw new Rejected('CONFLICT', 'The record is being changed elsewhere.');
  }

  async #revisions(writes: readonly { readonly collection: string; readonly key: string }[]): Promise<ReadonlyMap<string, number>> {
    const byCollection = Map.groupBy(writes, ({ collection }) => collection);
    const found = await Promise.all(
      [...byCollection].map(async ([collection, some]) => {
        const stored = await this.store.stored(
          collection,
          some.map(({ key }) => key),
        );
        return stored.map(({ key, revision }) => [`${collection}/${key}`, revision] as const);
      }),
    );
    return new Map(found.flat());
  }
}
