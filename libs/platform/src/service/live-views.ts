import type { EventStore, Log } from '@zhitong/eventing';
import { grantsProjection, settingsProjection, treeNodesProjection } from '../access/access.projections.ts';
import { createSettings, type LiveSettings } from '../access/settings.ts';
import { createTree, type LiveTree } from '../access/live-tree.ts';
import type { ServiceEnv } from './kit.ts';

const followed = new Set([treeNodesProjection.name, grantsProjection.name, settingsProjection.name]);

/** The tree and the settings as this process holds them in memory, taken from their sources again and again. */
export class LiveViews {
  readonly tree: LiveTree;
  readonly settings: LiveSettings;
  #refreshing: Promise<void> | undefined;
  #again = false;

  constructor(
    rows: ServiceEnv['rows'],
    store: EventStore,
    private readonly log: Log,
  ) {
    this.tree = createTree({ rows: rows(treeNodesProjection), store });
    this.settings = createSettings(rows(settingsProjection), this.tree);
  }

  /** A projection took something in. */
  noted(projection: string): void {
    if (followed.has(projection)) void this.refresh();
  }

  /** Never rejects. Calls that arrive while one is under way share one more round. */
  refresh(): Promise<void> {
    if (this.#refreshing) {
      this.#again = true;
      return this.#refreshing;
    }
    this.#refreshing = Promise.all([this.tree.refresh(), this.settings.refresh()])
      .then(() => undefined)
      .catch((error: unknown) => this.log.warn({ error }, 'tree and settings could not be refreshed'))
      .finally(() => {
        this.#refreshing = undefined;
        if (!this.#again) return;
        this.#again = false;
        void this.refresh();
      });
    return this.#refreshing;
  }
}
