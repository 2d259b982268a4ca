import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient } from 'redis';
import type { ServerProcess } from './process.ts';
import type { Supervisor } from './supervisor.ts';

/** Starts Redis and gives its URL once it answers; with `keepData` it writes every change to an append-only file. */
export async function startRedis(supervisor: Supervisor, dataDir: string, port: number, keepData: boolean): Promise<string> {
  const folder = join(dataDir, 'redis');
  await mkdir(folder, { recursive: true });
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', '--daemonize', 'no'];
  const durability = ['--appendonly', keepData ? 'yes' : 'no'];
  const logFile = join(dataDir, 'redis.log');
  const command = 'redis-server';
  const url = `redis://127.0.0.1:${port}`;
  const ready = (server: ServerProcess) => server.until(() => ping(url));
  await ready(await supervisor.start({ name: 'redis', command, args: [...args, ...durability], ports: [port], logFile }, ready));
  return url;
}

async function ping(url: string): Promise<void> {
  const client = createClient({ url, socket: { reconnectStrategy: false } });
  // `connect` rejects with the same error; without a listener it would also end the process.
  client.on('error', () => undefined);
  await client.connect();
  await client.ping().finally(() => client.destroy());
}
