import type { Checkpoint, CheckpointMove } from '@zhitong/eventing';
import type { Database } from './database.ts';

const schema = `
  CREATE TABLE IF NOT EXISTS checkpoints (
    subscription TEXT NOT NULL, topic TEXT NOT NULL, partition INTEGER NOT NULL,
    next_offset INTEGER NOT NULL, part INTEGER NOT NULL, log_epoch INTEGER NOT NULL,
    PRIMARY KEY (subscription, topic, partition)
  ) STRICT, WITHOUT ROWID`;

/** How far subscriptions have come, in the file of the rows they fill. */
export class CheckpointTable {
  constructor(private readonly db: Database) {
    db.exec(schema);
  }

  of(subscription: string): readonly (Checkpoint & { readonly topic: string; readonly partition: number })[] {
    return this.db.all('SELECT * FROM checkpoints WHERE subscription = ?', subscription).map((row) => ({
      topic: String(row.topic),
      partition: Number(row.partition),
      offset: Number(row.next_offset),
      part: Number(row.part),
      logEpoch: Number(row.log_epoch),
    }));
  }

  forget(subscription: string): void {
    this.db.run('DELETE FROM checkpoints WHERE subscription = ?', subscription);
  }

  /** False when it does not stand where the move begins: somebody else has moved it. */
  move({ subscription, topic, partition, from, to }: CheckpointMove): boolean {
    const target = [subscription, topic, partition, to.offset, to.part, to.logEpoch];
    if (from === undefined) return this.db.run('INSERT INTO checkpoints VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING', ...target) === 1;
    return (
      this.db.run(
        `UPDATE checkpoints SET next_offset = ?4, part = ?5, log_epoch = ?6
       WHERE subscription = ?1 AND topic = ?2 AND partition = ?3 AND next_offset = ?7 AND part = ?8 AND log_epoch = ?9`,
        ...target,
        from.offset,
        from.part,
        from.logEpoch,
      ) === 1
    );
  }
}
