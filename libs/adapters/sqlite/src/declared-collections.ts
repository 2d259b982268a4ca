import { checkCollection, type Collection, type Index } from '@zhitong/eventing';
import type { Database } from './database.ts';
import { addField, createIndex, createTable, selectFields, tableOf } from './read-model-sql.ts';

const schema = 'CREATE TABLE IF NOT EXISTS collections (name TEXT PRIMARY KEY NOT NULL, indexes TEXT NOT NULL) STRICT';

/** The collections of a file and the indexes they were declared with; one table each. */
export class DeclaredCollections {
  constructor(private readonly db: Database) {
    db.exec(schema);
  }

  /** Makes what is missing; indexes are only ever added. */
  ensure(collections: readonly Collection[]): void {
    collections.forEach(checkCollection);
    this.db.transaction(() => {
      for (const collection of collections) this.#ensure(collection);
    });
  }

  #ensure({ name, indexes }: Collection): void {
    const known = this.#find(name) ?? [];
    const all = [...known, ...indexes.filter((index) => !known.some((other) => other.join() === index.join()))];
    this.db.exec(createTable(name));
    const columns = new Set(this.db.all(selectFields(name)).map(({ field }) => String(field)));
    for (const field of fieldsOf(all)) if (!columns.has(field)) this.db.exec(addField(name, field));
    for (const index of all) this.db.exec(createIndex(name, index));
    this.db.run('INSERT INTO collections VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET indexes = ?2', name, JSON.stringify(all));
  }

  drop(collection: string): void {
    this.db.transaction(() => {
      if (this.db.run('DELETE FROM collections WHERE name = ?', collection) === 1) this.db.exec(`DROP TABLE ${tableOf(collection)}`);
    });
  }

  names(): readonly string[] {
    return this.db.all('SELECT name FROM collections ORDER BY name').map(({ name }) => String(name));
  }

  /** The name of its table. @throws {TypeError} when there is no such collection. */
  table(collection: string): string {
    this.indexes(collection);
    return tableOf(collection);
  }

  /** Asked of the file each time: another replica may have added an index or dropped the collection. @throws {TypeError} as {@link table}. */
  indexes(collection: string): readonly Index[] {
    const indexes = this.#find(collection);
    if (indexes !== undefined) return indexes;
    throw new TypeError(`There is no collection "${collection}"; ensure it first`);
  }

  #find(collection: string): readonly Index[] | undefined {
    const found = this.db.get('SELECT indexes FROM collections WHERE name = ?', collection)?.indexes;
    return found === undefined ? undefined : (JSON.parse(String(found)) as readonly Index[]);
  }
}

export const fieldsOf = (indexes: readonly Index[]): readonly string[] => [...new Set(indexes.flat())];
