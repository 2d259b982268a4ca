export { openKafkaTransport, type KafkaTransport, type KafkaTransportOptions, transportTimes } from './kafka.transport.ts';
export { kafkaTopic, WrongPartitionCount } from './topics.ts';
