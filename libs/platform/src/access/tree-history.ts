import type { OrganizationNode, TreeView } from './tree.port.ts';
import { nodeChanges, type TreeEvent } from './tree-nodes.ts';
import { TreeSnapshot } from './tree-view.ts';

/**
 * Every version of the tree, from its events in order. Old versions are folded again from the nearest kept snapshot:
 * keeping each would cost about 2 KB a version.
 */
export class TreeHistory {
  readonly #snapshots: TreeSnapshot[] = [TreeSnapshot.empty];
  /** The nodes as each version left them, from version 1 on; shared with the snapshots. */
  readonly #log: (readonly OrganizationNode[])[] = [];
  #current = TreeSnapshot.empty;
  /** The version asked for last: a rebuild asks for one after the other. */
  #recent = TreeSnapshot.empty;

  constructor(private readonly snapshotEvery = 4096) {}

  current(): TreeView {
    return this.#current;
  }

  /** A repeated version changes nothing. @throws {RangeError} on a gap: a tree with a hole would decide rights wrongly. */
  apply(event: TreeEvent, version: number): void {
    if (version <= this.#current.version) return;
    if (version !== this.#current.version + 1) throw new RangeError(`Tree version ${version} came after ${this.#current.version}`);
    const nodes = nodeChanges(event, version).flatMap(({ organizationId, fold }) => fold(this.#current.node(organizationId) ?? null) ?? []);
    this.#log.push(nodes);
    this.#current = this.#current.with(nodes, version);
    if (version % this.snapshotEvery === 0) this.#snapshots.push(this.#current);
  }

  /** Undefined for a version that has not been applied. */
  at(version: number): TreeView | undefined {
    if (version > this.#current.version) return undefined;
    const kept = this.#snapshots.findLast((snapshot) => snapshot.version <= version) ?? TreeSnapshot.empty;
    let snapshot = this.#recent.version <= version && this.#recent.version >= kept.version ? this.#recent : kept;
    while (snapshot.version < version) snapshot = snapshot.with(this.#log[snapshot.version] ?? [], snapshot.version + 1);
    this.#recent = snapshot;
    return snapshot;
  }
}
