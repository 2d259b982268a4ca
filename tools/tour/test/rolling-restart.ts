import type { Child, Cluster } from '@zhitong/cluster';
import { obtainToken } from '@zhitong/gateway/obtain-token.ts';
import type { Persona } from '@zhitong/seed';
import { freePorts } from '@zhitong/stack/ports.ts';
import { eventually } from '@zhitong/testing';
import { setTimeout as wait } from 'node:timers/promises';
import { Person } from '../src/api.ts';
import { ConstantRate, type Turn } from './constant-rate.ts';

const minutes = 60_000;
const probeEveryMs = 100;

/** Whether a process says that it is ready, and why not. */
async function probed(url: string): Promise<{ readonly status: number; readonly text: string }> {
  const response = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
  return { status: response?.status ?? 0, text: (await response?.text().catch(String)) ?? 'nobody answers' };
}
const said = (url: string, status: number) =>
  eventually(async () => {
    await wait(probeEveryMs / 4);
    const now = await probed(url);
    if (now.status !== status) throw new Error(`${url} is ${String(now.status)}, not ${String(status)}: ${now.text}`);
  }, minutes);

/** A process that one like it stands in for while it is started anew. */
interface Replaced {
  readonly name: string;
  /** Where it says whether it is ready. */
  readyz(): string;
  process(): Child['process'];
  restart(): Promise<void>;
}

const replicaOf = (cluster: Cluster, name: string): Replaced => {
  const child = () => {
    const found = cluster.children.find((one) => one.name === name);
    if (!found) throw new Error(`There is no process ${name}`);
    return found;
  };
  return {
    name,
    readyz: () => `http://${child().ready['health'] ?? ''}/readyz`,
    process: () => child().process,
    restart: () => cluster.restart(name, 'SIGTERM'),
  };
};

/** One of several gateways behind a balancer; what they share with that of the cluster is its public address. */
interface Gateway extends Replaced {
  readonly url: string;
  stop(): Promise<void>;
}

async function startGateways(cluster: Cluster, count: number): Promise<readonly Gateway[]> {
  const first = cluster.children.find(({ name }) => name === 'gateway-1');
  if (!first) throw new Error('The cluster has no gateway');
  const start = async (port: number): Promise<Gateway> => {
    const environment = { PORT: String(port), ZHITONG_PUBLIC_URL: cluster.url };
    const url = `http://127.0.0.1:${String(port)}`;
    let child = await first.again(environment);
    return {
      name: `gateway at ${String(port)}`,
      url,
      readyz: () => `${url}/readyz`,
      process: () => child.process,
      stop: () => child.stop(),
      async restart() {
        await child.stop();
        child = await first.again(environment);
      },
    };
  };
  return Promise.all((await freePorts(count)).map(start));
}

interface Exit {
  readonly name: string;
  readonly code: number | null;
  readonly ms: number;
}

/**
 * Starts both replicas of two services and two gateways anew, each once the one before is ready again, until there were so many restarts,
 * under ten requests a second through whichever gateway says that it is ready.
 */
export async function restartUnderLoad(cluster: Cluster, personas: readonly Persona[], restarts: number): Promise<UnderLoad> {
  const turns = await turnsOf(cluster.url, personas);
  const gateways = await startGateways(cluster, 2);
  const balancer = new Balancer(gateways.map(({ url }) => url));
  await balancer.ready();
  const rate = new ConstantRate(turns, () => balancer.next());
  try {
    const services = ['organizations', 'members'].flatMap((context) => [1, 2].map((number) => replicaOf(cluster, `${context}-${String(number)}`)));
    const exits: Exit[] = [];
    while (exits.length < restarts) exits.push(...(await rollingRestart([...services, ...gateways])));
    return { exits, rate };
  } finally {
    await rate.end();
    await balancer.close();
    await Promise.all(gateways.map((gateway) => gateway.stop()));
  }
}

interface UnderLoad {
  readonly exits: readonly Exit[];
  /** What was asked meanwhile, and how it was answered. */
  readonly rate: ConstantRate;
}

/** The city lists and drafts; members read and correct their own record, so many that nobody meets the own last command. */
async function turnsOf(url: string, personas: readonly Persona[]): Promise<readonly Turn[]> {
  const cityId = personas.find(({ login }) => login === 'city')?.organizationId ?? '';
  const scope = { clauses: [{ subtreeOf: cityId, view: 'place', levels: ['community'] }] };
  const directive = { issuerId: cityId, kind: 'notice', title: '关于值班的通知', text: '请各社区党委安排值班。', scope };
  const turnOf = async (login: string, path: string, body?: Turn['body']): Promise<Turn> => {
    const token = await obtainToken(url, login);
    return { person: new Person(url, token, login), token, path, ...(body === undefined ? {} : { body }) };
  };
  const members = personas.filter(({ group }) => group === 'community').slice(0, 10);
  const turns = members.map(({ login }) => [
    turnOf('city', '/organizations?limit=5'),
    turnOf(login, '/me/record/correct-contact', (count) => ({ phone: `1990000${String(count % 10_000).padStart(4, '0')}` })),
    turnOf(login, '/me/record'),
    turnOf('city', '/directives', () => directive),
  ]);
  return Promise.all(turns.flat());
}

/** Ends each of them and starts it anew, one after the other: it says that it is not ready, goes, and is ready again before the next. */
async function rollingRestart(replicas: readonly Replaced[]): Promise<readonly Exit[]> {
  const exits: Exit[] = [];
  for (const replica of replicas) {
    const [leaving, from] = [replica.process(), performance.now()];
    leaving.once('exit', (code) => exits.push({ name: replica.name, code, ms: performance.now() - from }));
    const probe = replica.readyz();
    const restarted = replica.restart();
    await said(probe, 503);
    await restarted;
    await said(replica.readyz(), 200);
  }
  return exits;
}

/** Sends what comes to the gateways that say they are ready, in turn; whom it has just asked may leave a moment later. */
class Balancer {
  #ready: readonly string[] = [];
  #turn = 0;
  #open = true;
  readonly #probing: Promise<void>;

  constructor(private readonly urls: readonly string[]) {
    this.#probing = this.#probe();
  }

  /** The gateway that gets the next request. */
  next(): string {
    const url = this.#ready[this.#turn++ % Math.max(1, this.#ready.length)];
    if (url === undefined) throw new Error('No gateway is ready');
    return url;
  }

  ready(): Promise<void> {
    return eventually(() => this.#ready.length === this.urls.length, minutes);
  }

  async close(): Promise<void> {
    this.#open = false;
    await this.#probing;
  }

  async #probe(): Promise<void> {
    while (this.#open) {
      const probes = await Promise.all(this.urls.map((url) => probed(`${url}/readyz`)));
      this.#ready = this.urls.filter((_url, at) => probes[at]?.status === 200);
      await wait(probeEveryMs);
    }
  }
}
