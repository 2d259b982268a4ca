import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { MongoClient, MongoServerError, type Db, type Document } from 'mongodb';
import { mongod } from './mongo-files.ts';
import type { ServerProcess } from './process.ts';
import type { Supervisor } from './supervisor.ts';

const setName = 'zhitong';
const notYetInitialized = 94;
/** A process that comes to its sockets seconds late, on a busy machine, shakes no hands in less. */
const patient = { serverSelectionTimeoutMS: 10_000 } as const;

/** Starts one `mongod` for each port and gives the URL of their replica set once it has a primary. */
export async function startMongo(supervisor: Supervisor, dataDir: string, ports: readonly number[]): Promise<string> {
  const command = await mongod();
  const hosts = ports.map((port) => `127.0.0.1:${port}`);
  const url = `mongodb://${hosts.join(',')}/?replicaSet=${setName}`;
  const ready = (member: ServerProcess) => member.until(() => assertPrimary(url));
  const members = await Promise.all(ports.map((port, index) => startMember(supervisor, { command, dataDir, name: `mongo${index + 1}`, port, ready })));
  await formReplicaSet(members, hosts);
  return url;
}

interface Member {
  readonly command: string;
  readonly dataDir: string;
  readonly name: string;
  readonly port: number;
  readonly ready: (member: ServerProcess) => Promise<unknown>;
}

async function startMember(supervisor: Supervisor, { command, dataDir, name, port, ready }: Member): Promise<ServerProcess> {
  const folder = join(dataDir, name);
  await mkdir(folder, { recursive: true });
  const args = ['--replSet', setName, '--bind_ip', '127.0.0.1', '--port', String(port), '--dbpath', folder];
  const small = ['--nounixsocket', '--oplogSize', '1024', '--wiredTigerCacheSizeGB', '0.5'];
  // Without it a primary waits 15 s for the others before it obeys SIGTERM.
  const quick = ['--setParameter', 'shutdownTimeoutMillisForSignaledShutdown=100'];
  // What killed processes leave open is gone soon, as where it is really run.
  const lifetime = ['--setParameter', 'transactionLifetimeLimitSeconds=15'];
  const faults = ['--setParameter', 'enableTestCommands=1'];
  const logFile = join(dataDir, `${name}.log`);
  return supervisor.start({ name, command, args: [...args, ...small, ...quick, ...lifetime, ...faults], ports: [port], logFile }, ready);
}

async function formReplicaSet(members: readonly ServerProcess[], hosts: readonly string[]): Promise<void> {
  const [first] = members;
  if (first === undefined) throw new Error('A replica set needs a member');
  const client = new MongoClient(`mongodb://${hosts[0]}/`, { ...patient, directConnection: true });
  try {
    const admin = client.db('admin');
    await Promise.all(members.map((member, index) => member.until(() => ping(hosts[index] ?? ''))));
    await first.until(() => configure(admin, hosts));
    await first.until(() => assertComplete(admin, hosts.length));
  } finally {
    await client.close();
  }
}

/** The set has a primary that takes writes. */
async function assertPrimary(url: string): Promise<void> {
  const client = new MongoClient(url, patient);
  const { isWritablePrimary } = await client
    .db('admin')
    .command({ hello: 1 })
    .finally(() => client.close());
  if (isWritablePrimary !== true) throw new Error('The replica set has no primary yet');
}

async function ping(host: string): Promise<void> {
  const client = new MongoClient(`mongodb://${host}/`, { ...patient, directConnection: true });
  await client
    .db('admin')
    .command({ ping: 1 })
    .finally(() => client.close());
}

/** Kept data remembers the ports of its last run, hence the forced change. */
async function configure(admin: Db, hosts: readonly string[]): Promise<void> {
  const members = hosts.map((host, _id) => ({ _id, host }));
  const config = await currentConfig(admin);
  if (config === undefined) {
    // A shorter timeout than the usual 10 s: three members choose their first primary, and a new one, sooner.
    const settings = { electionTimeoutMillis: 2_000 };
    await admin.command({ replSetInitiate: { _id: setName, members, settings } });
  } else if (JSON.stringify(hosts) !== JSON.stringify(config.members.map((member: Document) => member.host))) {
    await admin.command({ replSetReconfig: { ...config, members, version: config.version + 1 }, force: true });
  }
}

async function currentConfig(admin: Db): Promise<Document | undefined> {
  try {
    return (await admin.command({ replSetGetConfig: 1 })).config;
  } catch (error) {
    if (error instanceof MongoServerError && error.code === notYetInitialized) return undefined;
    throw error;
  }
}

async function assertComplete(admin: Db, size: number): Promise<void> {
  const status = await admin.command({ replSetGetStatus: 1 });
  const states = status.members.map((member: Document) => member.stateStr).sort();
  const wanted = ['PRIMARY', ...Array<string>(size - 1).fill('SECONDARY')];
  if (states.join() !== wanted.join()) throw new Error(`The replica set is ${states.join()}`);
}
