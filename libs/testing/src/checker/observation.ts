import type { AnyProjection, RecordedEvent, StoredCommit, StoredRow } from '@zhitong/eventing';

/**
 * What a client keeps outside the system about one command: written down before it is sent, completed by what came back.
 * `retried`: the answer was lost, and the same command was sent again until there was one.
 */
export interface LedgerEntry {
  readonly commandId: string;
  readonly outcome:
    { readonly kind: 'receipt'; readonly stream: string; readonly version: number; readonly retried?: boolean } | { readonly kind: 'refused' | 'unknown' };
}

/** One build of one read model as it stands. */
export interface ObservedRows {
  readonly projection: AnyProjection;
  readonly env: unknown;
  readonly rows: readonly StoredRow[];
}

/** A position of a subscription each time somebody looked, in the order of looking. */
export interface ObservedPositions {
  readonly subscription: string;
  readonly offsets: readonly number[];
}

/** A whole city at rest, as somebody outside sees it. */
export interface Observation {
  readonly ledger: readonly LedgerEntry[];
  /** Every commit of every log, in any order. */
  readonly commits: readonly StoredCommit[];
  /** Events as read from the topics, in the order of each key; undefined where there are no topics. */
  readonly published?: readonly RecordedEvent[];
  readonly readModels: readonly ObservedRows[];
  readonly positions?: readonly ObservedPositions[];
  /** Streams that are parked, and those that a run has poisoned on purpose. */
  readonly parked?: readonly string[];
  readonly poisoned?: readonly string[];
  /** Number of the first record of an audit chain that does not fit, of each chain. */
  readonly auditFirstBad?: readonly (number | null)[];
  /** Command ids the audit holds, and those it must hold. */
  readonly audited?: { readonly recorded: readonly string[]; readonly acts: readonly string[] };
  /** Where each piece of text lies that is searched for personal data, and what was planted. */
  readonly texts?: readonly { readonly place: string; readonly text: string }[];
  readonly canaries?: readonly string[];
}

/** One way in which a city is not what it must be; the rule is the letter of the invariant checker's list. */
export interface Violation {
  readonly rule: 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h' | 'i' | 'j';
  /** Command, stream, row or place it is about. */
  readonly subject: string;
  readonly sentence: string;
}
