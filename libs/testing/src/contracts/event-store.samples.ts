import type { AppendOutcome, CommitMetadata, NewCommit, StoredCommit } from '@zhitong/eventing';
import type { Fact } from '@zhitong/kernel';

/** The context every mounted store must be opened for. */
export const contractContext = 'contract';
/** The log epoch every mounted store must be opened with. */
export const contractEpoch = 3;

let count = 0;
/** A stream no other test uses. */
export const newStream = (): string => `${contractContext}.sample-smp_${String(process.pid)}_${String(++count)}`;
export const newCommandId = (): string => `cmd-${String(process.pid)}-${String(++count)}`;

export const metadata: CommitMetadata = {
  occurredAt: '2026-03-01T09:00:00.000Z',
  actorId: 'per_1',
  onBehalfOf: 'per_2',
  organizationId: 'org_1',
  causationId: 'cause-1',
  correlationId: 'correlation-1',
  traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
};

export const fact = (type: string, data: object = {}): Fact => ({ type, data });

export const commitOn = (stream: string, expectedVersion: number, ...events: readonly Fact[]): NewCommit => ({
  stream,
  expectedVersion,
  events: events.length === 0 ? [fact('Noted', { after: expectedVersion })] : events,
  commandId: newCommandId(),
  bodyHash: 'hash',
  metadata,
});

/** A fact of exactly so many bytes of JSON. */
export const factOfBytes = (bytes: number): Fact => {
  const empty = Buffer.byteLength(JSON.stringify(fact('Sized', { text: '' })));
  return fact('Sized', { text: 'x'.repeat(bytes - empty) });
};

export function appended(outcome: AppendOutcome): StoredCommit {
  if (outcome.outcome === 'appended') return outcome.commit;
  throw new Error('The append met a conflict');
}

/** The one of several racing appends that won; fails unless all others are conflicts. */
export function onlyWinner(outcomes: readonly AppendOutcome[]): StoredCommit {
  const winners = outcomes.filter(({ outcome }) => outcome === 'appended');
  if (winners.length !== 1 || winners[0] === undefined) throw new Error(`${String(winners.length)} of ${String(outcomes.length)} writers won`);
  return appended(winners[0]);
}
