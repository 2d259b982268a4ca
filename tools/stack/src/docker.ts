import { run, succeeds } from './command.ts';
import { services, type Log, type Stack, type StackOptions } from './options.ts';
import { projectRoot } from './paths.ts';

/** The compose file has one MongoDB member and publishes fixed ports, so it cannot serve every wish. */
export async function dockerCanServe({ mongoMembers = 1, dataDir }: StackOptions): Promise<boolean> {
  if (mongoMembers !== 1 || dataDir !== undefined) return false;
  return succeeds('docker', ['info', '--format', '{{.ServerVersion}}'], 5_000);
}

/**
 * Starts the services of docker-compose.yml and waits for their health checks. They are shared: they keep their data
 * and run on after `stop`. Gives nothing when compose fails, for instance because no registry is reached.
 */
export async function startDocker(options: StackOptions, log: Log): Promise<Stack | undefined> {
  const wanted = options.only ?? services;
  try {
    await run('docker', ['compose', 'up', '--detach', '--wait', ...wanted], { cwd: projectRoot });
  } catch (error) {
    log(`docker compose failed, taking native servers: ${String(error)}`);
    return undefined;
  }
  const address = async (service: (typeof services)[number], port: number): Promise<string> => {
    if (!wanted.includes(service)) return '';
    const printed = await run('docker', ['compose', 'port', service, String(port)], { cwd: projectRoot });
    return printed.trim().replace(/^(0\.0\.0\.0|\[::\])/, '127.0.0.1');
  };
  const [mongo, kafka, redis] = await Promise.all([address('mongo', 27017), address('kafka', 9092), address('redis', 6379)]);
  return {
    // Direct: inside compose the member calls itself `mongo`, a name this machine does not know.
    mongoUrl: mongo === '' ? '' : `mongodb://${mongo}/?directConnection=true`,
    kafkaBrokers: kafka === '' ? [] : [kafka],
    redisUrl: redis === '' ? '' : `redis://${redis}`,
    source: 'docker',
    servers: {},
    stop: () => Promise.resolve(),
  };
}
