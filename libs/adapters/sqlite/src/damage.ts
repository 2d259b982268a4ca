/** A database file that SQLite itself finds broken. The process must stop: exit 74. */
export class FileDamaged extends Error {
  override readonly name: string = 'FileDamaged';
  constructor(
    readonly file: string,
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`${file} is damaged: ${reason}`, options);
  }
}

/** A log that no longer holds what was acknowledged. The process must stop and the log be restored: exit 74. */
export class LogDamaged extends FileDamaged {
  override readonly name = 'LogDamaged';
  constructor(
    file: string,
    /** Position of the first commit that is missing or altered. */
    readonly position: number,
    reason: string,
  ) {
    super(file, `commit ${String(position)} ${reason}`);
  }
}
