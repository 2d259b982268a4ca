import { contexts, type Context } from '@zhitong/catalogue';
import { shanghaiDate } from '@zhitong/kernel';
import { ConfigurationError, endWith, readConfiguration, type Configuration } from '@zhitong/platform';
import { progressBar } from '../services/all/progress-bar.ts';
import { seedOverGrpc } from '../tools/cluster/src/seed-over-grpc.ts';

/** Fills an empty city with synthetic people through the doors of its services, then ends; a second run does nothing. */
try {
  const configuration = readConfiguration(process.env);
  await seedOverGrpc({
    addresses: addressesOf(configuration),
    dataFolder: configuration.ZHITONG_DATA,
    profile: configuration.ZHITONG_PROFILE,
    seed: configuration.ZHITONG_SEED,
    baseDate: configuration.ZHITONG_BASE_DATE ?? shanghaiDate(new Date().toISOString()),
    progress: progressBar((text) => process.stderr.write(text), process.stderr.isTTY),
  });
} catch (error) {
  endWith(error);
}

function addressesOf({ ZHITONG_SERVICES: entries }: Configuration): Readonly<Record<Context, string>> {
  const known = new Map(entries.map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]));
  const of = (context: Context) => {
    const address = known.get(context);
    if (address === undefined) throw new ConfigurationError(`ZHITONG_SERVICES: no address of ${contexts.filter((name) => !known.has(name)).join(', ')}`);
    return address;
  };
  return {
    organizations: of('organizations'),
    members: of('members'),
    assessments: of('assessments'),
    funding: of('funding'),
    'service-centers': of('service-centers'),
  };
}
