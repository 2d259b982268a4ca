/** All that a note may tell: ids, codes, numbers, and the class and message of an error. Nothing else ever reaches an output. */
export const logFields = [
  'service',
  'context',
  'operation',
  'actorId',
  'code',
  'status',
  'durationMs',
  'traceId',
  'subscription',
  'deadline',
  'due',
  'stream',
  'type',
  'topic',
  'partition',
  'offset',
  'attempt',
  'lease',
  'epoch',
  'error',
  'port',
  'address',
  'pid',
  'lag',
  'count',
  'state',
  'build',
  'projection',
  'url',
  'event',
  'failures',
  'ms',
  'position',
  'key',
  'reason',
  'version',
  'group',
  'member',
  'name',
  'at',
  'differences',
  'expected',
  'first',
  'flow',
  'from',
  'id',
  'through',
  'to',
  'waitMs',
] as const;
export type LogFields = { readonly [Field in (typeof logFields)[number]]?: unknown };

/** Notes for operators, in the order pino takes its arguments. Never personal data. */
export interface Log {
  info(fields: LogFields, sentence: string): void;
  warn(fields: LogFields, sentence: string): void;
  error(fields: LogFields, sentence: string): void;
}

export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
