import type { RecordedEvent } from '@zhitong/eventing';
import { Counter, exposition, Histogram, type Instrument, type Sample } from './exposition.ts';

const fast = [0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2, 5, 10];
const slow = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 15, 60, 600];

/** What is measured when it is asked for, by metric. */
export type Gauges = ReadonlyMap<string, readonly Sample[]>;

/** Gauges of a process: name and meaning. */
const gauges: Readonly<Record<string, string>> = {
  zhitong_ready: '1 while every part of the service is ready.',
  zhitong_part_ready: '1 while the part is ready.',
  zhitong_ready_after_seconds: 'From the start of the process until it was ready for the first time.',
  zhitong_consumer_lag_events: 'Offsets between the slowest reading and the ends of its partitions.',
  zhitong_consumer_stalled_seconds: 'Since a partition with work last made progress.',
  zhitong_relay_stalled_seconds: 'Since the relay last passed something on or knew itself to be idle.',
  zhitong_stream_gap_seconds: 'For how long a partition has been waiting for a missing event; 0 without a gap.',
  zhitong_missing_events_fetched: 'Events that were missing in a topic and were fetched from the log, since the start.',
  zhitong_subscriptions_paused: 'Projections and policies that wait for an operator.',
  zhitong_epoch_mismatches: 'Projections and policies that have read a log that is no more.',
  zhitong_parked_keys: 'Streams that a projection or policy has stopped at.',
  zhitong_parked_oldest_seconds: 'Age of the oldest parked event.',
  zhitong_audit_unsealed_records: 'Records of the audit chain that no checkpoint in the sink vouches for yet.',
  zhitong_audit_first_bad: 'Number of the first record of the audit chain that did not fit at the last verification; 0 when all did.',
  zhitong_log_epoch: 'Epoch of the log; raised by every restore.',
};

/** Everything a process exports: numbers about operations and parts, never about people. */
export class Metrics {
  readonly calls = new Histogram('zhitong_call_seconds', 'Use cases of a service, by kind and outcome (done, refused, unavailable, failed).', fast);
  readonly http = new Histogram('zhitong_http_seconds', 'Requests to the gateway, by kind and outcome (answered, refused, failed).', fast);
  readonly published = new Histogram('zhitong_commit_to_topic_seconds', 'From the commit of an event to its acknowledgement by the topic.', slow);
  readonly projected = new Histogram('zhitong_commit_to_projection_seconds', 'From the commit of an event to the commit of the rows it changes.', slow);
  readonly rebuilt = new Counter('zhitong_rebuild_events_total', 'Events that builds beside the serving one have taken in.');
  readonly verified = new Counter('zhitong_audit_verified_records_total', 'Records of the audit chain that were verified.');
  readonly verifying = new Counter('zhitong_audit_verification_seconds_total', 'Time spent on verifying the audit chain.');
  readonly broken = new Counter('zhitong_seals_broken_total', "Calls that met a sealed text or a key that was altered or is not its owner's.");
  readonly #sources: (() => Promise<Gauges>)[] = [];

  /** A topic has the events. */
  acknowledged(context: string, events: readonly RecordedEvent[], now: string): void {
    this.published.observe({ context }, ...ages(events, now));
  }

  /** A read model has the rows that they change. */
  stored(context: string, projection: string, events: readonly RecordedEvent[], now: string): void {
    this.projected.observe({ context, projection }, ...ages(events, now));
  }

  /** Asked at every scrape. */
  follow(source: () => Promise<Gauges>): void {
    this.#sources.push(source);
  }

  /** @throws what a source throws: a scrape that fails is an alarm of its own. */
  async text(): Promise<string> {
    const measured = await Promise.all(this.#sources.map((source) => source()));
    const asked = Object.entries(gauges).map(([name, help]): Instrument => {
      const samples = measured.flatMap((values) => values.get(name) ?? []);
      return { name, help, type: 'gauge', samples: () => samples };
    });
    return exposition([this.calls, this.http, this.published, this.projected, this.rebuilt, this.verified, this.verifying, this.broken, ...asked]);
  }
}

/** Seconds since events were recorded. */
function ages(events: readonly RecordedEvent[], now: string): readonly number[] {
  const at = Date.parse(now);
  return events.map(({ recordedAt }) => Math.max(0, at - Date.parse(recordedAt)) / 1000);
}
