import { transportTimes } from '@zhitong/kafka';
import { roomMs, silentConnectionMs, tailTimes, type TailTimes } from '@zhitong/mongodb';
import { relayTimes, type BackoffLimits, type RelayTimes } from '@zhitong/eventing';
import { limitsDividedBy, type RuntimeLimits } from '../service/runtime-limits.ts';

/** Everything that outages are measured against, in ms. */
export interface Durations {
  readonly silentConnectionMs: number;
  readonly roomMs: number;
  readonly limits: RuntimeLimits;
  readonly relay: RelayTimes;
  readonly tail: TailTimes;
  readonly transport: typeof transportTimes;
}

/** What a busy machine can keep: a shorter lease or session would be lost to the scheduler, not to a fault. */
const shortest = { leaseMs: 1_000, sessionTimeoutMs: 2_000 } as const;

/** The standard durations, all shorter by one factor: chaos tests then compare tenths of outages with tenths of leases. */
export function durationsDividedBy(factor: number): Durations {
  const ms = (standard: number) => Math.ceil(standard / factor);
  const backoff = ({ minMs, maxMs }: BackoffLimits): BackoffLimits => ({ minMs: ms(minMs), maxMs: ms(maxMs) });
  return {
    silentConnectionMs: ms(silentConnectionMs),
    roomMs: ms(roomMs),
    limits: limitsDividedBy(factor),
    relay: { leaseMs: Math.max(shortest.leaseMs, ms(relayTimes.leaseMs)), backoff: backoff(relayTimes.backoff) },
    // The margin of a scan covers what a transaction may last, which no outage changes.
    tail: { ...tailTimes, heartbeatMs: ms(tailTimes.heartbeatMs), silentMs: ms(tailTimes.silentMs), backoff: backoff(tailTimes.backoff) },
    transport: {
      sessionTimeoutMs: Math.max(shortest.sessionTimeoutMs, ms(transportTimes.sessionTimeoutMs)),
      heartbeatMs: ms(transportTimes.heartbeatMs),
      hintMs: ms(transportTimes.hintMs),
      backoff: backoff(transportTimes.backoff),
    },
  };
}
