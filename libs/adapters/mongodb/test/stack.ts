import { MongoClient } from 'mongodb';

/** Address of the replica set that the suite's set-up started or found. */
export const mongoUrl = (): string => {
  const url = process.env['ZT_MONGO_URL'];
  if (url === undefined || url === '') throw new Error('ZT_MONGO_URL names no replica set');
  return url;
};

let count = 0;
export const newDatabase = (what: string): string => `zt_${what}_${String(process.pid)}_${String(Date.now())}_${String(++count)}`;

export async function dropDatabase(name: string): Promise<void> {
  const client = new MongoClient(mongoUrl());
  await client.db(name).dropDatabase().finally(() => client.close());
}
