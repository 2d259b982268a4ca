export const services = ['mongo', 'kafka', 'redis'] as const;
export type Service = (typeof services)[number];
export type Log = (line: string) => void;

export interface StackOptions {
  /** Members of the MongoDB replica set, 1 unless given. */
  readonly mongoMembers?: 1 | 3;
  /** Default: a folder of its own below `.cache/stack/data`; `kept` there with `keepData`. */
  readonly dataDir?: string;
  /** Use the data found in the folder and leave it there; otherwise it is emptied before and after. Native only. */
  readonly keepData?: boolean;
  /** Servers to start, all unless given; the address of one that is not started is empty. */
  readonly only?: readonly Service[];
  /** `false`: SIGINT and SIGTERM are the caller's, who then calls `stop`. The servers end with the process anyway. */
  readonly handleSignals?: boolean;
  /** Native servers of our own, whatever the environment and Docker offer: for tests that let them fail. */
  readonly own?: boolean;
  /** They run for minutes: Kafka is compiled quickly rather than well. Native only. */
  readonly brief?: boolean;
  readonly log?: Log;
}

export interface Addresses {
  readonly mongoUrl: string;
  readonly kafkaBrokers: readonly string[];
  readonly redisUrl: string;
}

/** A server process of our own, for tests that let it fail. */
export interface StackServer {
  readonly name: string;
  /** Of the process that runs now or ran last. */
  readonly pid: number;
  readonly running: boolean;
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void;
  /** Resolves once it has ended. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** In the same place with what is left of its data; resolves once it serves. */
  restart(): Promise<void>;
}

export interface Stack extends Addresses {
  readonly source: 'environment' | 'docker' | 'native';
  /** By name: `mongo1` (to `mongo3`), `kafka`, `redis`; empty unless native. */
  readonly servers: Readonly<Record<string, StackServer>>;
  stop(): Promise<void>;
}
