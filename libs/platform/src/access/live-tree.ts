import { Rejected } from '@zhitong/kernel';
import { allRows, type EventStore } from '@zhitong/eventing';
import type { Rows } from '../service/kit.ts';
import { TreeHistory } from './tree-history.ts';
import { toTreeEvent } from './tree-nodes.ts';
import type { OrganizationNode, Tree, TreeView } from './tree.port.ts';
import { TreeSnapshot } from './tree-view.ts';

/** Longest wait for a version that has not arrived: below 2 s, the deadline of a question, so that the caller hears a refusal and does not take the service for gone. */
const waitMs = 1500;
/** Every structural change of the city, in one order. */
export const treeStreamName = 'organizations.tree-city';

/** The tree of a process, taken from its source again and again. */
export interface LiveTree extends Tree {
  refresh(): Promise<void>;
  /** Milliseconds since the source last confirmed what is known here. */
  confirmedFor(): number;
}

/** Where the tree comes from: its own log, or rows fed by it. */
interface TreeSource {
  current(): TreeView;
  at(version: number): TreeView | undefined;
  catchUp(): Promise<void>;
}

/** The service that owns the tree folds its log: no lag, and every version is there. */
function ownTree(store: EventStore): TreeSource {
  const history = new TreeHistory();
  return {
    current: () => history.current(),
    at: (version) => history.at(version),
    async catchUp() {
      const events = await store.load(treeStreamName, history.current().version + 1);
      for (const event of events) history.apply(toTreeEvent(event), event.version);
    },
  };
}

/** Other services keep rows of the newest version only: an older one is answered by it. */
function projectedTree(rows: Rows<OrganizationNode>): TreeSource {
  let current = TreeSnapshot.empty;
  return {
    current: () => current,
    at: (version) => (version <= current.version ? current : undefined),
    async catchUp() {
      const query = { where: [{ field: 'changed', gt: current.version }], orderBy: { field: 'changed', direction: 'asc' }, limit: 1000 } as const;
      const changed = (await allRows((start) => rows.query({ ...query, ...start }))).map(({ $key: _key, ...node }): OrganizationNode => node);
      if (changed.length > 0) current = current.with(changed, Math.max(...changed.map((node) => node.changed)));
    },
  };
}

export function createTree({ rows, store }: { readonly rows: Rows<OrganizationNode>; readonly store: EventStore }): LiveTree {
  const source = store.context === 'organizations' ? ownTree(store) : projectedTree(rows);
  let confirmedAt = Number.NEGATIVE_INFINITY;
  let refreshing: Promise<void> = Promise.resolve();
  let waiting: { readonly version: number; readonly wake: () => void }[] = [];

  const refreshOnce = async () => {
    const asked = performance.now();
    await source.catchUp();
    confirmedAt = asked;
    const { version } = source.current();
    for (const waiter of waiting) if (waiter.version <= version) waiter.wake();
    waiting = waiting.filter((waiter) => waiter.version > version);
  };
  /** One after the other: two at once would take the same events in twice. */
  const refresh = () => (refreshing = refreshing.then(refreshOnce, refreshOnce));

  const arrival = async (version: number) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, waitMs)));
    const { promise: arrived, resolve: wake } = Promise.withResolvers<void>();
    const waiter = { version, wake };
    waiting.push(waiter);
    await refresh();
    await Promise.race([arrived, late]);
    clearTimeout(timer);
    waiting = waiting.filter((known) => known !== waiter);
  };

  return {
    current: () => source.current(),
    refresh,
    confirmedFor: () => performance.now() - confirmedAt,
    async at(version) {
      if (version > source.current().version) await arrival(version);
      const view = source.at(version);
      if (view === undefined) throw new Rejected('SERVICE_UNAVAILABLE', 'This version of the tree has not arrived yet.', { version });
      return view;
    },
  };
}
