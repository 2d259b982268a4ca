import { knownPartitions, partitionCount, partitionOf } from '@zhitong/eventing';
import { Partitioners, type ICustomPartitioner } from 'kafkajs';

/** Pinned, so that no default of a client library can ever move a key. */
export const createPartitioner: ICustomPartitioner =
  () =>
  ({ message: { key } }) => {
    if (key === undefined || key === null) throw new TypeError('a message without a key has no partition');
    return partitionOf(key.toString());
  };

/** @throws when our partitioner and the one of other clients would put a stream on different partitions. */
export function assertPartitioner(): void {
  const theirs = Partitioners.DefaultPartitioner();
  const partitionMetadata = Array.from({ length: partitionCount }, (_, partitionId) => ({
    partitionId,
    partitionErrorCode: 0,
    leader: 1,
    replicas: [1],
    isr: [1],
    offlineReplicas: [],
  }));
  for (const [stream, partition] of knownPartitions) {
    const placed = [partitionOf(stream), theirs({ topic: 'known', partitionMetadata, message: { key: stream, value: null } })];
    if (placed.some((at) => at !== partition)) throw new Error(`"${stream}" belongs on partition ${partition}, the partitioners say ${placed.join(' and ')}`);
  }
}
