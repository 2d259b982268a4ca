import type { EphemeralStore, EventStore, EventTransport, History, LeaseStore, Log, ReadModelStore } from '@zhitong/eventing';

/** Publishes the log to the topics; absent where the transport reads the log itself. */
export interface RunningRelay {
  stalledFor(): number;
  stop(): Promise<void>;
}

/** What a runtime hands to a service: the choice between embedded and distributed is made where this is built, nowhere else. */
export interface ServiceAdapters {
  readonly store: EventStore;
  /** Read models: can be rebuilt from the log. */
  readonly readModels: ReadModelStore;
  /** Content, vault and audit: cannot be rebuilt, belongs into backups. */
  readonly documents: ReadModelStore;
  /** Checkpoints of the audit chain: a place and an account of its own, so that whoever changes documents cannot change both. */
  readonly auditSink: ReadModelStore;
  /** Wrapped keys, with short backups of their own. */
  readonly keys: ReadModelStore;
  readonly leases: LeaseStore;
  readonly transport: EventTransport;
  /** Epoch of the logs of the installation; every restore raises it. */
  readonly logEpoch: number;
  /** Reads the logs that this process can reach: its own, and those of its neighbours inside one process. */
  readonly history: History;
  readonly ephemeral: EphemeralStore;
  readonly startRelay?: () => Promise<RunningRelay>;
  readonly log: Log;
  /** Identifies this process among replicas. */
  readonly owner: string;
  close(): Promise<void>;
}
