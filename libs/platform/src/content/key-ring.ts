import { eachRow, type ReadModelStore, type StoredRow } from '@zhitong/eventing';
import { Rejected } from '@zhitong/kernel';
import { SealBroken, type KeyService, type WrappedKey } from './key-service.port.ts';
import { newDataKey } from './sealing.ts';

/** Wrapped keys by owner; a destroyed one leaves the proof that it existed and when it went. */
const collection = { name: 'data_keys', indexes: [['masterKeyId'], ['destroyedAt']] } as const;

type KeyRow = { readonly masterKeyId: string; readonly wrapped: WrappedKey } | { readonly destroyedAt: string };

/** A proof of erasure, for the person and the auditor. */
export interface Destroyed {
  readonly owner: string;
  readonly destroyedAt: string;
}

const tries = 8;

/**
 * One data key per owner, wrapped by the master key, in a store of its own with its own short backups.
 * Nothing is cached: a destroyed key is gone for every process at once.
 */
export class KeyRing {
  private constructor(
    private readonly store: ReadModelStore,
    private readonly service: KeyService,
  ) {}

  static async open(store: ReadModelStore, service: KeyService): Promise<KeyRing> {
    await store.ensure([{ name: collection.name, indexes: collection.indexes }]);
    return new KeyRing(store, service);
  }

  /** The key of an owner, made on first use. @throws {Rejected} `ERASED` once it was destroyed. */
  async obtain(owner: string): Promise<Uint8Array> {
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const known = await this.#stored(owner);
      if (known?.row) return this.#unwrap(owner, known.row);
      const key = newDataKey();
      const wrapped = await this.service.wrap(key, owner);
      if (await this.#write(owner, known?.revision ?? 0, { masterKeyId: wrapped.masterKeyId, wrapped })) return key;
    }
    throw new Rejected('CONFLICT', 'The key of this owner is being made elsewhere.');
  }

  /** Keys of owners that have one; the destroyed and the unknown are missing. */
  async findMany(owners: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const rows = await this.store.stored(collection.name, [...new Set(owners)]);
    const found = await Promise.all(
      rows.map(async ({ key, row }) => {
        const known = readRow(row);
        return known && 'wrapped' in known ? ([[key, await this.service.unwrap(known.wrapped, key)]] as const) : [];
      }),
    );
    return new Map(found.flat());
  }

  /** Which of the owners were erased. */
  async destroyed(owners: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.store.stored(collection.name, [...new Set(owners)]);
    return new Set(
      rows
        .filter(({ row }) => {
          const known = readRow(row);
          return known !== undefined && 'destroyedAt' in known;
        })
        .map(({ key }) => key),
    );
  }

  /** Destroys the key for good, also of an owner who has none yet; the first proof stands. */
  async destroy(owner: string, at: string): Promise<Destroyed> {
    const proof = await this.#destroyed(owner, at);
    await this.store.forget(); // also when it was destroyed before: a crash may have come in between
    return proof;
  }

  async #destroyed(owner: string, at: string): Promise<Destroyed> {
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const known = await this.#stored(owner);
      if (known?.row && 'destroyedAt' in known.row) return { owner, destroyedAt: known.row.destroyedAt };
      if (await this.#write(owner, known?.revision ?? 0, { destroyedAt: at })) return { owner, destroyedAt: at };
    }
    throw new Rejected('CONFLICT', 'The key of this owner is being changed elsewhere.');
  }

  /** Proofs in the order of their owners, to be applied again to a restored store before it serves. */
  async *proofs(): AsyncIterable<Destroyed> {
    const query = { where: [{ field: 'destroyedAt', gte: '' }], limit: 500 } as const;
    const proofs = eachRow((start) => this.store.query<{ readonly destroyedAt: string }>(collection.name, { ...query, ...start }));
    for await (const { $key, destroyedAt } of proofs) yield { owner: $key, destroyedAt };
  }

  /** Wraps keys of older master keys anew; call until it answers 0. Reads go on with either key meanwhile. */
  async rotate(limit = 500): Promise<number> {
    const { currentKeyId } = this.service;
    const older = [
      { field: 'masterKeyId', lt: currentKeyId },
      { field: 'masterKeyId', gt: currentKeyId },
    ] as const;
    let turned = 0;
    for (const condition of older) {
      const { items } = await this.store.query<KeyRow>(collection.name, { where: [condition], limit });
      for (const { $key } of items) if (await this.#rewrap($key)) turned += 1;
    }
    return turned;
  }

  async #rewrap(owner: string): Promise<boolean> {
    const known = await this.#stored(owner);
    if (!known?.row || !('wrapped' in known.row)) return false;
    const wrapped = await this.service.wrap(await this.service.unwrap(known.row.wrapped, owner), owner);
    return this.#write(owner, known.revision, { masterKeyId: wrapped.masterKeyId, wrapped });
  }

  async #unwrap(owner: string, row: KeyRow): Promise<Uint8Array> {
    if ('destroyedAt' in row) throw new Rejected('ERASED', 'The data of this owner was erased.', { erasedAt: row.destroyedAt });
    return this.service.unwrap(row.wrapped, owner);
  }

  async #stored(owner: string): Promise<(Pick<StoredRow, 'revision'> & { readonly row: KeyRow | undefined }) | undefined> {
    const [stored] = await this.store.stored(collection.name, [owner]);
    return stored && { revision: stored.revision, row: readRow(stored.row) };
  }

  async #write(owner: string, expectedRevision: number, row: KeyRow): Promise<boolean> {
    const outcome = await this.store.commit({ writes: [{ collection: collection.name, key: owner, expectedRevision, guards: {}, row }] });
    return outcome === 'committed';
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';
const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined;

/** The one place where a stored key is believed to be one. @throws {SealBroken} on anything else: a key is never guessed. */
function readRow(row: unknown): KeyRow | undefined {
  if (row === null || row === undefined) return undefined;
  const [destroyedAt, wrapped] = [field(row, 'destroyedAt'), field(row, 'wrapped')];
  if (isText(destroyedAt)) return { destroyedAt };
  const [masterKeyId, bytes] = [field(wrapped, 'masterKeyId'), field(wrapped, 'bytes')];
  if (!isText(masterKeyId) || !isText(bytes) || field(wrapped, 'algorithm') !== 'A256GCM') throw new SealBroken('a stored key has an unknown shape');
  return { masterKeyId, wrapped: { algorithm: 'A256GCM', masterKeyId, bytes } };
}
