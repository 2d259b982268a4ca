import type { StoredRow } from '@zhitong/eventing';

/** A row as it is stored: short names, because each is repeated in every document. */
export interface RowDocument {
  readonly _id: string;
  /** Revision. */
  readonly r: number;
  /** Guards. */
  readonly g: Readonly<Record<string, number>>;
  /** The row; null = a tombstone. */
  readonly d: unknown;
}

export const toStoredRow = <Row>({ _id, r, g, d }: RowDocument): StoredRow<Row> => ({ key: _id, revision: r, guards: g, row: (d ?? null) as Row | null });

export const fieldPath = (field: string): string => `d.${field}`;
