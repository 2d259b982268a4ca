import { cached } from '@zhitong/stack/download.ts';
import { run } from '@zhitong/stack/command.ts';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Programs of others, fetched once into the cache of the stack; nothing of them is part of the product. */
const versions = { kafka: '4.4.0', openapiGenerator: '7.12.0', asyncapiParser: '3.6.6' } as const;
const python = ['kafka-python==3.0.12', 'grpcio==1.85.3', 'grpcio-reflection==1.85.1', 'protobuf==7.36.2', 'typing_extensions==4.16.0'] as const;

const pom = (artifact: string) => {
  const [group = '', name = '', version = ''] = artifact.split(':');
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>zhitong</groupId><artifactId>foreign</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies><dependency><groupId>${group}</groupId><artifactId>${name}</artifactId><version>${version}</version></dependency></dependencies>
  <build><plugins>
    <plugin><groupId>org.apache.maven.plugins</groupId><artifactId>maven-dependency-plugin</artifactId><version>3.11.0</version></plugin>
  </plugins></build>
</project>
`;
};

/** The jars of an artifact; `alone` without those it depends on. */
const jars = (artifact: string, alone = false) =>
  cached(artifact.split(':').slice(1).join('-'), async (draft) => {
    await writeFile(join(draft, 'pom.xml'), pom(artifact));
    const goal = ['dependency:copy-dependencies', '-DoutputDirectory=jars', '-DincludeScope=runtime', ...(alone ? ['-DexcludeTransitive=true'] : [])];
    await run('mvn', ['--quiet', '--batch-mode', '--strict-checksums', ...goal], { cwd: draft });
  });

/** Class path of Kafka's own command-line tools. */
export const kafkaTools = async (): Promise<string> => join(await jars(`org.apache.kafka:kafka-tools:${versions.kafka}`), 'jars', '*');

export const openapiGenerator = async (): Promise<string> =>
  join(
    await jars(`org.openapitools:openapi-generator-cli:${versions.openapiGenerator}`, true),
    'jars',
    `openapi-generator-cli-${versions.openapiGenerator}.jar`,
  );

/** A folder whose `node_modules` hold the official AsyncAPI parser. */
export const asyncapiParser = (): Promise<string> =>
  cached(`asyncapi-parser-${versions.asyncapiParser}`, async (draft) => {
    await writeFile(join(draft, 'package.json'), '{ "private": true }');
    await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', `@asyncapi/parser@${versions.asyncapiParser}`], { cwd: draft });
  });

/** A Python with packages of its own. */
export async function pythonClients(): Promise<string> {
  const folder = await cached('python-clients', async (draft) => {
    await run('python3', [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--disable-pip-version-check',
      '--only-binary',
      ':all:',
      '--target',
      join(draft, 'packages'),
      ...python,
    ]);
  });
  return join(folder, 'packages');
}
