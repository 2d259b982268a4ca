import { defineProjection, defineStream, type Change, type Changes, type CommitMetadata, type RecordedEvent } from '@zhitong/eventing';
import { Rejected, type Fact } from '@zhitong/kernel';

export interface Added extends Fact {
  readonly type: 'Added';
  readonly data: { readonly amount: number; readonly by: string };
}
export type Add = { readonly amount: number; readonly by?: string };

/** Adds up to a ceiling; zero is nothing to do. */
export const counter = defineStream<number, Add, Added>({
  context: 'organizations',
  category: 'counter',
  eventTypes: ['Added'],
  decider: {
    initial: 0,
    decide(sum, { amount, by = '' }) {
      if (sum + amount > 100) throw new Rejected('CEILING_EXCEEDED', 'Too much.');
      return amount === 0 ? [] : [{ type: 'Added', data: { amount, by } }];
    },
    evolve: (sum, { data }) => sum + data.amount,
  },
});

export const metadata: CommitMetadata = { occurredAt: '2026-03-01T09:00:00.000Z', actorId: 'per_1', correlationId: 'cor_1' };

/** What a row of the samples holds: the versions it took in, in order, and a group it is counted under. */
export interface SampleRow {
  readonly versions: readonly string[];
  readonly group: string;
}

export const noting = (key: string, label: string, group = 'a'): Change<SampleRow> => ({
  key,
  fold: (row) => ({ versions: [...(row?.versions ?? []), label], group }),
});

export interface SampleSource {
  readonly category: string;
  readonly handle: (event: RecordedEvent) => Changes<SampleRow>;
}

/** Rows of versions, tallied by their group. */
export const sampleProjection = (sources: readonly SampleSource[]) =>
  defineProjection<SampleRow>({
    name: 'sample',
    version: 1,
    indexes: [['group']],
    sources: sources.map(({ category, handle }) => ({ context: 'organizations', category, handler: () => handle })),
    tallies: ({ group, versions }) => [{ key: group, amounts: { rows: 1, versions: versions.length } }],
  });
