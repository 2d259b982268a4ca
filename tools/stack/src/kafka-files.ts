import { existsSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './command.ts';
import { cached } from './download.ts';
import type { Log } from './options.ts';

const kafkaVersion = '4.4.0';
/** The version of log4j-core that this Kafka brings; the binding makes Kafka's log visible. */
const log4jVersion = '2.25.5';

export const kafkaFolder = `kafka-${kafkaVersion}`;

const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>zhitong</groupId><artifactId>stack</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.apache.kafka</groupId><artifactId>kafka_2.13</artifactId><version>${kafkaVersion}</version></dependency>
    <dependency><groupId>org.apache.logging.log4j</groupId><artifactId>log4j-slf4j-impl</artifactId><version>${log4jVersion}</version></dependency>
  </dependencies>
  <build><plugins>
    <plugin><groupId>org.apache.maven.plugins</groupId><artifactId>maven-dependency-plugin</artifactId><version>3.11.0</version></plugin>
  </plugins></build>
</project>
`;

const logging = `<Configuration status="WARN">
  <Appenders><Console name="out"><PatternLayout pattern="%d %p %c{1} %m%n"/></Console></Appenders>
  <Loggers>
    <Root level="WARN"><AppenderRef ref="out"/></Root>
    <Logger name="kafka.server" level="INFO"/>
  </Loggers>
</Configuration>
`;

/** The folder with `jars` and `log4j2.xml`, downloaded when the cache has none. */
export async function kafkaFiles(log: Log = () => undefined): Promise<string> {
  return cached(kafkaFolder, async (draft) => {
    log(`downloading Kafka ${kafkaVersion}`);
    await mkdir(join(draft, 'jars'));
    await writeFile(join(draft, 'pom.xml'), pom);
    await writeFile(join(draft, 'log4j2.xml'), logging);
    const goal = ['dependency:copy-dependencies', '-DoutputDirectory=jars', '-DincludeScope=runtime'];
    await run('mvn', ['--quiet', '--batch-mode', '--strict-checksums', ...goal], { cwd: draft });
  });
}

function javaCandidates(): string[] {
  const { JAVA_HOME } = process.env;
  const debian = '/usr/lib/jvm';
  const installed = existsSync(debian) ? readdirSync(debian) : [];
  return [
    ...(JAVA_HOME === undefined ? [] : [join(JAVA_HOME, 'bin', 'java')]),
    'java',
    ...installed.filter((name) => name.startsWith('java-17-openjdk')).map((name) => join(debian, name, 'bin', 'java')),
  ];
}

async function majorVersion(java: string): Promise<number> {
  const printed = await run(java, ['-version']).catch(() => '');
  return Number(/version "(\d+)/.exec(printed)?.[1] ?? 0);
}

/** The first Java that is new enough for Kafka. */
export async function findJava(): Promise<string | undefined> {
  for (const java of javaCandidates()) if ((await majorVersion(java)) >= 17) return java;
  return undefined;
}
