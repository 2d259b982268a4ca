import { topicOf } from '@zhitong/catalogue';
import { definePolicy, defineProjection, defineStream, intend, silentLog, when } from '@zhitong/eventing';
import type { Fact } from '@zhitong/kernel';
import { join } from 'node:path';
import { checkpointKeysAt } from '../src/audit/checkpoint-keys.ts';
import type { ServiceAdapters } from '../src/service/adapters.ts';
import { openEmbeddedRuntime } from '../src/runtime/embedded.ts';
import { ServiceRuntime } from '../src/service/service-runtime.ts';
import type { ServiceDefinition, UseCase } from '../src/service/service-definition.ts';
import { Metrics } from '../src/telemetry/metrics.ts';

export interface Noted extends Fact {
  readonly type: 'Noted';
  readonly data: { readonly nth: number };
}
export const note = defineStream<number, number, Noted>({
  context: 'organizations',
  category: 'note',
  eventTypes: ['Noted'],
  decider: { initial: 0, decide: (_count, nth) => [{ type: 'Noted', data: { nth } }], evolve: (count) => count + 1 },
});
export interface NoteRow {
  readonly id: string;
  readonly notes: readonly number[];
}
/** Folds throw at the second version of a stream while it is on, and every event waits for `hang`. */
export const poison: { on: boolean; hang?: Promise<void> | undefined } = { on: false };
export const notes = defineProjection<NoteRow>({
  name: 'notes',
  version: 1,
  indexes: [['id']],
  sources: [
    {
      context: 'organizations',
      category: 'note',
      handler: () => async (event) => {
        await poison.hang;
        return {
          key: event.stream,
          fold: (row) => {
            if (poison.on && event.version === 2) throw new TypeError('bad');
            return { id: event.stream, notes: [...(row?.notes ?? []), event.version] };
          },
        };
      },
    },
  ],
  tallies: ({ notes: { length } }) => [{ key: 'all', amounts: { notes: length } }],
});
export const idOf = (stream: string) => stream.split('-')[1] ?? '';
export const echo = defineStream<number, number, Noted>({ ...note, category: 'echo' });
const echoing = definePolicy({
  name: 'when-noted-then-echo',
  startFrom: 'beginning',
  expects: [],
  sources: [when<Noted>(note)({ Noted: ({ stream, data }) => [intend(echo, idOf(stream), data.nth)] })],
});

export interface NoteService {
  readonly runtime: ServiceRuntime;
  stop(): Promise<void>;
}

export interface NoteOptions {
  readonly logEpoch?: number;
  readonly metrics?: Metrics;
  readonly stalledMs?: number;
  readonly refreshMs?: number;
  readonly useCases?: readonly UseCase[];
  readonly deadlines?: ServiceDefinition['deadlines'];
  readonly projections?: ServiceDefinition['projections'];
  /** What the service gets instead of the adapters of the runtime. */
  readonly adapters?: (adapters: ServiceAdapters) => ServiceAdapters;
}

const noText = () => Promise.reject(new Error('no text in here'));

/** A service that keeps notes and echoes each of them, on the embedded runtime. */
export async function startNotes(dataFolder: string, now: () => string, options: NoteOptions = {}): Promise<NoteService> {
  const {
    logEpoch = 1,
    metrics = new Metrics(),
    stalledMs = 30_000,
    refreshMs = 20,
    useCases = [],
    deadlines = [],
    projections = [notes],
    adapters = (own) => own,
  } = options;
  const embedded = openEmbeddedRuntime({ dataFolder, contexts: ['organizations'], logEpoch, log: silentLog });
  const runtime = new ServiceRuntime({
    definition: { context: 'organizations', streams: [note, echo], projections, policies: [echoing], deadlines, useCases, metrics: [] },
    adapters: adapters(await embedded.adapters('organizations')),
    content: {
      forCall: () => ({ seal: noText, open: noText, openMany: noText, hash: () => '' }),
      keep: noText,
      discard: noText,
      destroy: noText,
    },
    clock: { now },
    topicOf,
    auditKeys: await checkpointKeysAt(join(dataFolder, 'audit-keys.json')),
    admitsImporter: false,
    metrics,
    limits: { tickMs: 50, leaseMs: 1000, refreshMs, stalledMs },
  });
  await runtime.start();
  return {
    runtime,
    async stop() {
      await runtime.stop();
      await embedded.close();
    },
  };
}

/** Writes the next note of a stream; the command id names it. */
export const writeNote = ({ runtime }: NoteService, id: string, nth: number, now: string) =>
  runtime.handler.handle(note, {
    id,
    command: nth,
    commandId: `cmd-${nth}`,
    bodyHash: 'note',
    metadata: { occurredAt: now, actorId: 'per_1', correlationId: `cmd-${nth}` },
  });
