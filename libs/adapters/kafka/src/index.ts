export { openKafkaTransport, type KafkaTransport, type KafkaTransportOptions } from './kafka.transport.ts';
export { kafkaTopic, WrongPartitionCount } from './topics.ts';
