import type { Stack } from '@zhitong/stack';
import { temporaryFolder } from '@zhitong/testing/temporary-folder.ts';

/** Where a row puts its service: servers and a prefix, or a folder, of its own. */
export interface Site {
  readonly runtime: 'embedded' | 'distributed';
  /** Durations of the service are divided by it, and so are those of the faults. */
  readonly factor: number;
  readonly folder: string;
  readonly prefix: string;
  /** Undefined on the embedded runtime. */
  readonly stack: Stack | undefined;
  readonly environment: Readonly<Record<string, string>>;
  remove(): void;
}

let sites = 0;

export function newSite(runtime: Site['runtime'], factor: number, servers: Stack | undefined): Site {
  const stack = runtime === 'distributed' ? servers : undefined;
  const folder = temporaryFolder();
  const prefix = `c${String(process.pid)}x${String(++sites)}`;
  const addresses = stack && {
    ZT_MONGO_URL: stack.mongoUrl,
    ZT_KAFKA_BROKERS: stack.kafkaBrokers.join(','),
    ZT_REDIS_URL: stack.redisUrl,
    ZHITONG_PREFIX: prefix,
  };
  return {
    runtime,
    factor,
    folder: folder.path,
    prefix,
    stack,
    environment: { NODE_ENV: 'test', ZHITONG_DATA: folder.path, ZHITONG_LOG_LEVEL: 'silent', ZT_TIME_FACTOR: String(factor), ...addresses },
    remove: () => {
      folder.remove();
    },
  };
}

/** Seconds of the requirements as milliseconds of this run. */
export const seconds = ({ factor }: Pick<Site, 'factor'>, standard: number): number => (standard * 1000) / factor;
