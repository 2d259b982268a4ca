import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import { run } from './command.ts';
import { findJava, kafkaFiles } from './kafka-files.ts';
import { knock } from './ports.ts';
import type { ServerProcess } from './process.ts';
import type { Supervisor } from './supervisor.ts';

const clusterId = 'ZhitongStackCluster00A';

function properties(folder: string, port: number, controllerPort: number): string {
  return `process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${controllerPort}
controller.listener.names=CONTROLLER
inter.broker.listener.name=PLAINTEXT
listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}
advertised.listeners=PLAINTEXT://127.0.0.1:${port}
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
log.dirs=${folder}
auto.create.topics.enable=false
group.initial.rebalance.delay.ms=0
group.min.session.timeout.ms=500
broker.session.timeout.ms=3000
broker.heartbeat.interval.ms=500
offsets.topic.num.partitions=5
offsets.topic.replication.factor=1
transaction.state.log.num.partitions=5
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.num.partitions=5
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
`;
}

interface KafkaOptions {
  readonly port: number;
  readonly controllerPort: number;
  /** Whether it ends before thorough compiling would pay. */
  readonly brief: boolean;
}

const quickly = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

/** Starts one node that is broker and controller (KRaft) and gives its address once it answers. */
export async function startKafka(supervisor: Supervisor, dataDir: string, { port, controllerPort, brief }: KafkaOptions): Promise<string> {
  const [files, java] = await Promise.all([kafkaFiles(), findJava()]);
  if (java === undefined) throw new Error('Kafka needs Java 17');
  const folder = join(dataDir, 'kafka');
  const config = join(dataDir, 'kafka.properties');
  await mkdir(folder, { recursive: true });
  await writeFile(config, properties(folder, port, controllerPort));
  const classPath = ['-cp', join(files, 'jars', '*'), `-Dlog4j2.configurationFile=${join(files, 'log4j2.xml')}`];
  if (!existsSync(join(folder, 'meta.properties'))) {
    const format = ['kafka.tools.StorageTool', 'format', '--cluster-id', clusterId, '--config', config];
    await run(java, [...quickly, ...classPath, ...format]);
  }
  const args = [...(brief ? quickly : []), '-Xms256m', '-Xmx512m', ...classPath, 'kafka.Kafka', config];
  const logFile = join(dataDir, 'kafka.log');
  const ready = async (server: ServerProcess) => {
    await server.until(() => knock(port));
    await server.until(() => assertReady(port));
  };
  await ready(await supervisor.start({ name: 'kafka', command: java, args, ports: [port, controllerPort], logFile }, ready));
  return `127.0.0.1:${port}`;
}

async function assertReady(port: number): Promise<void> {
  const kafka = new Kafka({ brokers: [`127.0.0.1:${port}`], logLevel: logLevel.NOTHING, retry: { retries: 0 } });
  const admin = kafka.admin();
  try {
    await admin.connect();
    const { brokers } = await admin.describeCluster();
    if (brokers.length !== 1) throw new Error('Kafka has no broker yet');
    // The first question about a group makes Kafka create its offsets topic, for which a consumer would have to wait.
    await admin.describeGroups(['stack-readiness']);
  } finally {
    await admin.disconnect();
  }
}
