import { services, type Addresses, type Service, type Stack } from './options.ts';

const variables = { mongo: 'ZT_MONGO_URL', kafka: 'ZT_KAFKA_BROKERS', redis: 'ZT_REDIS_URL' } as const;

/** The stack that the environment names; nothing unless it names every server wanted. */
export function fromEnvironment(wanted: readonly Service[] = services): Stack | undefined {
  const given = (service: Service): string => process.env[variables[service]] ?? '';
  if (wanted.some((service) => given(service) === '')) return undefined;
  return {
    mongoUrl: given('mongo'),
    kafkaBrokers: given('kafka')
      .split(',')
      .filter((broker) => broker !== ''),
    redisUrl: given('redis'),
    source: 'environment',
    servers: {},
    stop: () => Promise.resolve(),
  };
}

/** The variables by which another process uses this stack, see `fromEnvironment`. */
export function toEnvironment({ mongoUrl, kafkaBrokers, redisUrl }: Addresses): Readonly<Record<string, string>> {
  const all = { [variables.mongo]: mongoUrl, [variables.kafka]: kafkaBrokers.join(','), [variables.redis]: redisUrl };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}
