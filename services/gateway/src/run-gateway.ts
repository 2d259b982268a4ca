import { contexts } from '@zhitong/catalogue';
import {
  clockOf,
  closeOnSignal,
  ConfigurationError,
  createLog,
  createSubjectSigner,
  endOnCrash,
  endWith,
  Metrics,
  readConfiguration,
  startHealthServer,
  subjectKeysAt,
  warningsInto,
  type Configuration,
} from '@zhitong/platform';
import { openEphemeral } from '@zhitong/platform/runtime/distributed.ts';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GatewayOptions, IssuerOptions, Persona } from './gateway-options.ts';
import { startGateway } from './start-gateway.ts';

const webRoot = fileURLToPath(new URL('../../../dist/web', import.meta.url));

/** The gateway as a process of its own. */
export async function runGateway(): Promise<void> {
  endOnCrash();
  try {
    const configuration = readConfiguration(process.env);
    const { ZT_REDIS_URL: redisUrl, ZHITONG_KEYS: keyFolder } = configuration;
    if (redisUrl === undefined) throw new ConfigurationError('ZT_REDIS_URL: the distributed runtime needs it');
    if (keyFolder === undefined) throw new ConfigurationError('ZHITONG_KEYS: the distributed runtime needs it');
    const production = configuration.NODE_ENV === 'production';
    const clock = clockOf(configuration);
    const log = createLog('gateway', configuration.ZHITONG_LOG_LEVEL);
    warningsInto(log);
    const metrics = new Metrics();
    const ephemeral = await openEphemeral({ redisUrl, prefix: configuration.ZHITONG_PREFIX, log });
    const gateway = await startGateway({
      port: configuration.PORT,
      host: configuration.ZHITONG_HOST,
      ...(configuration.ZHITONG_PUBLIC_URL === undefined ? {} : { publicUrl: configuration.ZHITONG_PUBLIC_URL }),
      ephemeral,
      services: servicesOf(configuration),
      signer: await createSubjectSigner(await subjectKeysAt(join(keyFolder, 'subject-keys.json'), production), clock),
      issuer: issuerOf(configuration),
      ...secondFactorsOf(configuration),
      personas: personasOf(configuration),
      webRoot,
      runtime: 'distributed',
      version: configuration.ZHITONG_VERSION,
      production,
      clock,
      log,
      metrics,
    });
    const health = await startHealthServer({ host: configuration.ZHITONG_GRPC_HOST, port: configuration.ZHITONG_HEALTH_PORT, metrics });
    closeOnSignal(
      async () => {
        await gateway.stop();
        await ephemeral.close();
        await health.stop();
      },
      log,
      { leave: () => gateway.leave(), noticeMs: configuration.ZHITONG_NOTICE_MS },
    );
    process.stdout.write(`${JSON.stringify({ service: 'gateway', url: gateway.url, health: health.address })}\n`);
  } catch (error) {
    endWith(error);
  }
}

function servicesOf({ ZHITONG_SERVICES: entries }: Configuration): GatewayOptions['services'] {
  const addresses = new Map(entries.map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]));
  const missing = contexts.filter((context) => !addresses.has(context));
  if (missing.length > 0) throw new ConfigurationError(`ZHITONG_SERVICES: no address of ${missing.join(', ')}`);
  return Object.fromEntries(contexts.map((context) => [context, { address: addresses.get(context) ?? '' }]));
}

function issuerOf({ ZHITONG_ISSUER: url, ZHITONG_CLIENT_ID: clientId, ZHITONG_CLIENT_SECRET: clientSecret }: Configuration): IssuerOptions {
  if (url === undefined) return { kind: 'development' };
  return { kind: 'external', url, clientId, ...(clientSecret === undefined ? {} : { clientSecret }) };
}

/** @throws {ConfigurationError} An issuer from outside without them would lock every administrator out. */
function secondFactorsOf({ ZHITONG_ISSUER: issuer, ZHITONG_SECOND_FACTORS: secondFactors }: Configuration): Pick<GatewayOptions, 'secondFactors'> {
  if (issuer !== undefined && secondFactors === undefined)
    throw new ConfigurationError('ZHITONG_SECOND_FACTORS: name the values of acr by which the issuer vouches for a second factor; administrators need one');
  return secondFactors === undefined ? {} : { secondFactors };
}

/** Written by seeding; an installation with a real issuer has none. */
function personasOf({ ZHITONG_DATA: folder }: Configuration): readonly Persona[] {
  const file = join(folder, 'personas.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly Persona[]) : [];
}
