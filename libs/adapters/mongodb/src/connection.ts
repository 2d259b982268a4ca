import { MongoClient } from 'mongodb';
import { durable } from './concerns.ts';
import { endWritesWithTheirConnection } from './driver.ts';
import { answering } from './failures.ts';

/** A client of the caller, which stays the caller's to close, or the address of a replica set. */
export type Connection = { readonly client: MongoClient } | { readonly url: string; readonly silentMs?: number };

/** A connection that went silent is given up after so many ms. */
export const silentConnectionMs = 30_000;

export interface Opened {
  readonly client: MongoClient;
  close(): Promise<void>;
}

/** A caller is told within so many ms that nobody answers. */
export const answeredWithinMs = 5_000;

const clientOptions = (silentMs: number) =>
  ({
    appName: 'zhitong',
    retryWrites: true,
    retryReads: true,
    connectTimeoutMS: Math.min(answeredWithinMs, silentMs),
    serverSelectionTimeoutMS: answeredWithinMs,
    socketTimeoutMS: silentMs,
    readConcernLevel: 'majority',
    ...durable,
  }) as const;

export async function connect(connection: Connection): Promise<Opened> {
  endWritesWithTheirConnection();
  if ('client' in connection) return { client: connection.client, close: () => Promise.resolve() };
  const client = new MongoClient(connection.url, clientOptions(connection.silentMs ?? silentConnectionMs));
  await answering(() => client.connect());
  return { client, close: () => client.close() };
}
