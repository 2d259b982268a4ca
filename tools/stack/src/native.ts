import { takeDataFolder } from './data.ts';
import { kafkaFiles } from './kafka-files.ts';
import { startKafka } from './kafka.ts';
import { mongod } from './mongo-files.ts';
import { startMongo } from './mongo.ts';
import { services, type Log, type Service, type Stack, type StackOptions } from './options.ts';
import { ensurePackages } from './packages.ts';
import { freePorts } from './ports.ts';
import { startRedis } from './redis.ts';
import { onEndSignal } from './signals.ts';
import { Supervisor } from './supervisor.ts';

/** Brings everything onto the machine that the servers need, so that a later start needs no network. */
export async function installNative(wanted: readonly Service[], log: Log): Promise<void> {
  await ensurePackages(wanted, log);
  await Promise.all([wanted.includes('mongo') && mongod(log), wanted.includes('kafka') && kafkaFiles(log)]);
}

export async function startNative(options: StackOptions, log: Log): Promise<Stack> {
  const wanted = options.only ?? services;
  await installNative(wanted, log);
  const data = await takeDataFolder(options);
  const supervisor = new Supervisor(log);
  const starting = startServers(supervisor, data.path, wanted, options);
  const end = async (): Promise<void> => {
    await supervisor.stop();
    await Promise.allSettled(starting);
    await data.release();
    forgetSignals();
  };
  let ended: Promise<void> | undefined;
  const stop = (): Promise<void> => (ended ??= end());
  const forgetSignals = options.handleSignals === false ? () => undefined : onEndSignal(stop);
  try {
    const [mongoUrl = '', broker = '', redisUrl = ''] = await Promise.all(starting);
    const kafkaBrokers = broker === '' ? [] : [broker];
    return { mongoUrl, kafkaBrokers, redisUrl, source: 'native', servers: supervisor.servers, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The addresses to come, in the order of `services`. */
function startServers(
  supervisor: Supervisor,
  folder: string,
  wanted: readonly Service[],
  { mongoMembers = 1, keepData = false, brief = false }: StackOptions,
): Promise<string>[] {
  const free = freePorts(mongoMembers + 3);
  const start: Record<Service, () => Promise<string>> = {
    mongo: async () => startMongo(supervisor, folder, (await free).slice(3)),
    kafka: async () => {
      const [, port = 0, controllerPort = 0] = await free;
      return startKafka(supervisor, folder, { port, controllerPort, brief });
    },
    redis: async () => {
      const [port = 0] = await free;
      return startRedis(supervisor, folder, port, keepData);
    },
  };
  return services.map((service) => (wanted.includes(service) ? start[service]() : Promise.resolve('')));
}
