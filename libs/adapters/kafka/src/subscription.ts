import { backoffMs, pause, type Consumer, type Consumption } from '@zhitong/eventing';
import type { Kafka } from 'kafkajs';
import { isOutage } from './absence.ts';
import { Session, type SessionOptions } from './session.ts';

/** Between attempts to reach Kafka again. */
const longestAbsenceMs = 3_000;

/** Keeps a consumer in its group for ever: a session that crashes is followed by a new one. */
export function startSubscription(kafka: Kafka, consumer: Consumer, options: SessionOptions): Consumption {
  const stopping = new AbortController();
  const rejoin = { ...options.backoff, maxMs: Math.min(options.backoff.maxMs, longestAbsenceMs) };
  let session = new Session(kafka, consumer, options, performance.now());

  function report(crashes: number, error: unknown): void {
    const { groupId: group, absence, log } = options;
    if (isOutage(error)) absence.failed({ group, failures: crashes }, error);
    else log.warn({ group, failures: crashes, error }, 'the consumer crashed, joining again');
  }

  async function run(): Promise<void> {
    for (let crashes = 1; !stopping.signal.aborted; crashes++) {
      const startedAt = performance.now();
      try {
        await session.run();
      } catch (error) {
        if (session.contact > startedAt) {
          crashes = 1;
          options.absence.answered();
        }
        report(crashes, error);
        await pause(backoffMs(crashes, rejoin), stopping.signal);
        session = new Session(kafka, consumer, options, session.contact);
      }
    }
  }

  const running = run();
  let stopped: Promise<void> | undefined;
  async function stop(): Promise<void> {
    stopping.abort();
    await session.stop();
    await running;
  }
  return {
    stop: () => (stopped ??= stop()),
    rewind() {
      session.rewind();
      return Promise.resolve();
    },
    stalledFor: () => session.stalledFor(performance.now()),
  };
}
