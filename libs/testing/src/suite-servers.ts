/** A server of the stack that the suite runs on. @throws without one: no stack, no pass. */
function needed(name: string): string {
  const address = process.env[name];
  if (address === undefined || address === '') throw new Error(`${name} is not set: start the stack first`);
  return address;
}

export const mongoUrl = (): string => needed('ZT_MONGO_URL');
export const kafkaBrokers = (): readonly string[] => needed('ZT_KAFKA_BROKERS').split(',');
export const redisUrl = (): string => needed('ZT_REDIS_URL');
