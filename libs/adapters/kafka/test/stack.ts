/** Kafka of the running stack. @throws without one: no stack, no pass. */
export function brokersOfStack(): readonly string[] {
  const brokers = process.env['ZT_KAFKA_BROKERS'];
  if (brokers === undefined || brokers === '') throw new Error('ZT_KAFKA_BROKERS is not set: start the stack first');
  return brokers.split(',');
}
