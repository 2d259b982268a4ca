import { createRequire } from 'node:module';
import { Kafka, logLevel, type KafkaConfig, type LogEntry } from 'kafkajs';
import type { Log } from '@zhitong/eventing';
import { decodeRecord } from './record-decoder.ts';
import { encodeRecord } from './record-encoder.ts';

const testedVersion = '2.2.4';
const require = createRequire(import.meta.url);

/** The patches below are written against the inside of one version, so no other is accepted. */
function assertVersion(): void {
  const { version }: { version: string } = require('kafkajs/package.json');
  if (version !== testedVersion) throw new Error(`kafkajs ${version} is not the tested ${testedVersion}: check the patches of its inside first`);
}

interface RequestQueue {
  readonly pending: readonly unknown[];
  readonly throttledUntil: number;
  scheduleCheckPendingRequests(): void;
}

/** An idle kafkajs client wakes every few milliseconds for an empty queue (tulios/kafkajs#1604): 4 % of a core for nothing. */
function quietIdleQueues(): void {
  const { prototype }: { prototype: RequestQueue & { quiet?: true } } = require('kafkajs/src/network/requestQueue');
  if (prototype.quiet) return;
  const original = prototype.scheduleCheckPendingRequests;
  prototype.quiet = true;
  prototype.scheduleCheckPendingRequests = function schedule(this: RequestQueue): void {
    if (this.pending.length > 0 || this.throttledUntil > Date.now()) original.call(this);
  };
}

/** kafkajs loads what encodes and decodes records at the first send and fetch, after this. Its own are equal, and slower by a third and by half. */
function readAndWriteRecordsAtOnce(): void {
  const records = 'kafkajs/src/protocol/recordBatch/record/v0';
  replace(`${records}/index.js`, encodeRecord);
  replace(`${records}/decoder.js`, decodeRecord);
}

function replace(module: string, by: unknown): void {
  const path = require.resolve(module);
  require(path);
  const loaded = require.cache[path];
  if (loaded !== undefined) loaded.exports = by;
}

export type KafkaConnection = Pick<KafkaConfig, 'clientId' | 'ssl' | 'sasl' | 'requestTimeout' | 'connectionTimeout' | 'socketFactory'> & {
  readonly brokers: readonly string[];
};

export function openKafka({ brokers, ...connection }: KafkaConnection, log: Log): Kafka {
  assertVersion();
  quietIdleQueues();
  readAndWriteRecordsAtOnce();
  return new Kafka({
    connectionTimeout: 3_000,
    requestTimeout: 15_000,
    enforceRequestTimeout: true,
    ...connection,
    brokers: [...brokers],
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 4, multiplier: 2, factor: 0.2 },
    logLevel: logLevel.WARN,
    logCreator: () => (entry) => pass(entry, log),
  });
}

/** What fails here is tried again and told by whoever asked: {@link Absence}, the relay. */
const retried = new Set(['Connection', 'BrokerPool', 'Cluster', 'Admin', 'Producer', 'Consumer']);
const isRetried = (namespace: string, message: string): boolean => retried.has(namespace) && !message.startsWith('Failed to execute listener');

function pass({ level, namespace, log: { message, timestamp: _, ...fields } }: LogEntry, log: Log): void {
  const sentence = `kafkajs ${namespace}: ${message}`;
  if (level === logLevel.ERROR && !isRetried(namespace, message)) log.warn(fields, sentence);
  else log.info(fields, sentence);
}
