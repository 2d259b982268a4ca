import { systemClock, type Clock, type Lease, type LeaseStore } from '@zhitong/eventing';
import { Database } from './database.ts';

export interface SqliteLeaseStoreOptions {
  readonly file: string;
  readonly clock?: Clock;
}

const schema = `
  CREATE TABLE IF NOT EXISTS leases (
    name TEXT PRIMARY KEY NOT NULL, owner TEXT NOT NULL, epoch INTEGER NOT NULL, expires_at INTEGER NOT NULL, progress TEXT
  ) STRICT`;

/** Opens the leases of a data folder. Their clock is the one of the machine: a second machine cannot share the file. */
export function openSqliteLeaseStore({ file, clock = systemClock }: SqliteLeaseStoreOptions): LeaseStore & { close(): void } {
  const database = new Database(file, { synchronous: 'NORMAL' });
  database.exec(schema);
  return new SqliteLeaseStore(database, clock);
}

class SqliteLeaseStore implements LeaseStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async acquire(name: string, owner: string, ttlMs: number): Promise<Lease | undefined> {
    const now = this.#now();
    const taken = this.database.get(
      `INSERT INTO leases VALUES (?1, ?2, 1, ?4, NULL)
       ON CONFLICT (name) DO UPDATE SET owner = ?2, epoch = epoch + 1, expires_at = ?4 WHERE expires_at <= ?3
       RETURNING epoch`,
      name,
      owner,
      now,
      now + ttlMs,
    );
    return taken === undefined ? undefined : { name, epoch: Number(taken.epoch) };
  }

  async renew({ name, epoch }: Lease, owner: string, ttlMs: number): Promise<boolean> {
    const sql = 'UPDATE leases SET expires_at = ? WHERE name = ? AND epoch = ? AND owner = ?';
    return this.database.run(sql, this.#now() + ttlMs, name, epoch, owner) === 1;
  }

  async release({ name, epoch }: Lease, owner: string): Promise<void> {
    this.database.run("UPDATE leases SET owner = '', expires_at = 0 WHERE name = ? AND epoch = ? AND owner = ?", name, epoch, owner);
  }

  async save({ name, epoch }: Lease, progress: unknown): Promise<boolean> {
    return this.database.run('UPDATE leases SET progress = ? WHERE name = ? AND epoch = ?', JSON.stringify(progress), name, epoch) === 1;
  }

  async progress(name: string): Promise<unknown> {
    const stored = this.database.get('SELECT progress FROM leases WHERE name = ?', name)?.progress;
    return typeof stored === 'string' ? JSON.parse(stored) : undefined;
  }

  close(): void {
    this.database.close();
  }

  #now(): number {
    return Date.parse(this.clock.now());
  }
}
