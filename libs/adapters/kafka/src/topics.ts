import type { Admin } from 'kafkajs';
import { partitionCount } from '@zhitong/eventing';

/** The partition count of a topic is for life: with another one each key would live on two partitions. */
export class WrongPartitionCount extends Error {
  override readonly name = 'WrongPartitionCount';
}

/** Context names and our names for their topics; `restricted` is a topic of its own with its own access list. */
const portName = /^([a-z]+(?:-[a-z]+)*)(\.restricted)?$/;

export function kafkaTopic(prefix: string, topic: string): string {
  const [, context, restricted = ''] = portName.exec(topic) ?? [];
  if (context === undefined) throw new TypeError(`"${topic}" is no topic name, expected <context> or <context>.restricted`);
  return `${prefix}.${context}${restricted}.v1`;
}

export interface TopicSettings {
  readonly replicationFactor: number;
  /** False where topics are made by operators: a missing one is an error then. */
  readonly createMissing: boolean;
}

/** Creates what is missing and refuses what has another partition count. */
export async function ensureTopics(admin: Admin, names: readonly string[], settings: TopicSettings): Promise<void> {
  const existing = new Set(await admin.listTopics());
  const missing = names.filter((name) => !existing.has(name));
  if (missing.length > 0) await createTopics(admin, missing, settings);
  const { topics } = await admin.fetchTopicMetadata({ topics: [...names] });
  for (const { name, partitions } of topics) {
    if (partitions.length === partitionCount) continue;
    throw new WrongPartitionCount(`topic ${name} has ${partitions.length} partitions, ${partitionCount} are needed: publish to a topic of a new version`);
  }
}

async function createTopics(admin: Admin, names: readonly string[], { replicationFactor, createMissing }: TopicSettings): Promise<void> {
  if (!createMissing) throw new RangeError(`topics ${names.join(', ')} do not exist`);
  // Answers false when another process was faster, which is as good.
  await admin.createTopics({
    topics: names.map((topic) => ({ topic, numPartitions: partitionCount, replicationFactor, configEntries: configFor(replicationFactor) })),
  });
}

const configFor = (replicationFactor: number) => [
  { name: 'cleanup.policy', value: 'delete' },
  { name: 'retention.ms', value: '-1' },
  { name: 'retention.bytes', value: '-1' },
  { name: 'min.insync.replicas', value: String(Math.max(1, replicationFactor - 1)) },
  { name: 'unclean.leader.election.enable', value: 'false' },
];
