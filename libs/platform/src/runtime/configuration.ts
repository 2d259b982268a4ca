import { z } from 'zod';

/** A value that cannot be used: exit 78, naming the variable. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

const port = z.coerce.number().int().min(0).max(65_535);
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

/** Everything the processes read from their environment; nothing else reads it. */
const schema = z.object({
  NODE_ENV: z.string().default('development'),
  PORT: port.default(8080),
  ZHITONG_HOST: z.string().default('127.0.0.1'),
  ZHITONG_DATA: z.string().default('./data'),
  ZHITONG_PROFILE: z.enum(['tiny', 'small', 'city', 'full']).default('city'),
  ZHITONG_SEED: z.coerce.number().int().min(0).default(20181029),
  /** First day of the seeded history, Shanghai date; default: the day of seeding. */
  ZHITONG_BASE_DATE: z.iso.date().optional(),
  ZHITONG_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
  ZHITONG_LOG_EPOCH: z.coerce.number().int().min(1).default(1),
  ZHITONG_PREFIX: z
    .string()
    .regex(/^[a-z][a-z0-9]{0,20}$/)
    .default('zhitong'),
  ZHITONG_GRPC_HOST: z.string().default('127.0.0.1'),
  ZHITONG_GRPC_PORT: port.default(0),
  ZHITONG_HEALTH_PORT: port.default(0),
  /** How long a process that is told to end says so by its readiness before it takes in no more; ms. */
  ZHITONG_NOTICE_MS: z.coerce.number().int().min(0).max(60_000).default(5_000),
  /** `organizations=host:port;members=ipv4:host:port,host:port;...` for the gateway. */
  ZHITONG_SERVICES: z
    .string()
    .transform((text) => text.split(';').filter((part) => part !== ''))
    .default([]),
  ZHITONG_REPLICATION: z.coerce.number().int().min(1).max(5).default(1),
  ZHITONG_PUBLIC_URL: z.url().optional(),
  ZHITONG_ISSUER: z.url().optional(),
  ZHITONG_CLIENT_ID: z.string().default('zhitong-console'),
  ZHITONG_CLIENT_SECRET: z.string().optional(),
  /** Values of `acr`, by commas, that stand for a second factor at the issuer. */
  ZHITONG_SECOND_FACTORS: list.optional(),
  /** Shared secrets of the installation: master key and subject key. Folder of key files in development. */
  ZHITONG_KEYS: z.string().optional(),
  /** Sink of the audit chains: a folder of the embedded runtime, else the URL of a MongoDB. */
  ZHITONG_AUDIT_SINK: z.string().min(1).optional(),
  ZHITONG_VERSION: z.string().default('0.1.0'),
  ZT_MONGO_URL: z.string().optional(),
  ZT_KAFKA_BROKERS: list.optional(),
  ZT_REDIS_URL: z.string().optional(),
  ZT_CRASH_AT: z.string().optional(),
  /** Waits, leases and limits are divided by it: chaos tests. */
  ZT_TIME_FACTOR: z.coerce.number().min(1).max(20).default(1),
  /** Holds the instant by which rules go, instead of the machine's clock: whoever drives a city through a year moves it on. */
  ZT_CLOCK_FILE: z.string().min(1).optional(),
});
export type Configuration = z.infer<typeof schema>;

export function readConfiguration(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const read = schema.safeParse(environment);
  if (read.success) {
    const { NODE_ENV, ZT_TIME_FACTOR, ZT_CLOCK_FILE } = read.data;
    if (NODE_ENV === 'production' && ZT_TIME_FACTOR !== 1) throw new ConfigurationError('ZT_TIME_FACTOR: production keeps the standard durations');
    if (NODE_ENV === 'production' && ZT_CLOCK_FILE !== undefined) throw new ConfigurationError('ZT_CLOCK_FILE: production goes by the clock of the machine');
    return read.data;
  }
  const [issue] = read.error.issues;
  throw new ConfigurationError(`${issue?.path.join('.') ?? 'environment'}: ${issue?.message ?? 'not usable'}`);
}
