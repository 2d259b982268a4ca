import type { Ended, OwnProcess } from '@zhitong/testing/faults/own-process.ts';
import { startSource } from '@zhitong/testing/faults/own-process.ts';
import type { Site } from '../site.ts';

/** The service with the platform around it, or its engines alone; or a service of the city, on servers only. */
export type Kind = 'service' | 'engines' | 'organizations' | 'members';

const file = (name: string) => new URL(`./${name}.process.ts`, import.meta.url);
const ofCity = (context: string) => ({ distributed: new URL(`../../../../services/${context}/main.ts`, import.meta.url) });
const sources: Readonly<Record<Kind, Partial<Record<Site['runtime'], URL>>>> = {
  service: { embedded: file('embedded'), distributed: file('distributed') },
  engines: { embedded: file('embedded-engines'), distributed: file('distributed-engines') },
  organizations: ofCity('organizations'),
  members: ofCity('members'),
};

/** One process of the tally service. */
export interface Replica {
  /** As it signs for leases. */
  readonly owner: string;
  /** `host:port`. */
  readonly door: string;
  readonly health: string;
  readonly process: OwnProcess;
}

const running = new Map<OwnProcess, Site['prefix']>();
process.on('exit', () => {
  for (const child of running.keys()) child.signal('SIGKILL');
});

/** Whatever still runs on these sites. */
export async function killReplicas(sites: readonly Site[]): Promise<void> {
  const left = [...running].filter(([, prefix]) => sites.some((site) => site.prefix === prefix));
  await Promise.all(left.map(([child]) => child.kill()));
}

/** Starts a replica and waits until it answers. @throws when it ends before. */
export async function startReplica(site: Site, kind: Kind = 'service'): Promise<Replica> {
  const child = spawnReplica(site, kind);
  await child.printed(1);
  return { ...addressesOf(child), process: child };
}

/**
 * Starts a replica that kills itself at a crash point (`relay.sent#3`), told where it listens if it gets that far.
 * @throws when it ends in any other way.
 */
export async function untilKilled(site: Site, kind: Kind, crashAt: string, listening: (replica: Replica) => void): Promise<void> {
  const child = spawnReplica(site, kind, { ZT_CRASH_AT: crashAt });
  child.printed(1).then(
    () => listening({ ...addressesOf(child), process: child }),
    () => undefined, // dead before its door was open
  );
  const late = setTimeout(() => child.signal('SIGTERM'), reachMs);
  const { code, signal } = await child.ended;
  clearTimeout(late);
  if (signal !== 'SIGKILL') throw new Error(`${crashAt}: ended with ${String(signal ?? code)}`);
}

function spawnReplica(site: Site, kind: Kind, environment: Readonly<Record<string, string>> = {}): OwnProcess {
  const source = sources[kind][site.runtime];
  if (!source) throw new TypeError(`${kind} has no process of its own here`);
  const child = startSource(source, [], { ...site.environment, ...environment });
  running.set(child, site.prefix);
  void child.ended.then(() => running.delete(child));
  return child;
}

/** Services of the city call their door by what is spoken there. */
function addressesOf({ lines: [first = '{}'] }: OwnProcess): Pick<Replica, 'owner' | 'door' | 'health'> {
  const { grpc, ...said } = JSON.parse(first) as Pick<Replica, 'owner' | 'door' | 'health'> & { readonly grpc?: string };
  return grpc === undefined ? said : { ...said, door: grpc };
}

/** A crash point that is not reached by then never will be. */
const reachMs = 600_000;

/** Asks it to end in order. */
export async function endReplica({ process: child }: Replica): Promise<Ended> {
  child.signal('SIGTERM');
  return child.ended;
}
