import { run } from '@zhitong/stack/command.ts';
import { join } from 'node:path';
import { z } from 'zod';
import { kafkaTools, pythonClients } from './clients.ts';

/** A record as a client of others printed it. */
const foreignRecord = z.object({ key: z.string(), headers: z.record(z.string(), z.string()), value: z.string() });
export type ForeignRecord = z.infer<typeof foreignRecord>;

export interface Reading {
  readonly brokers: readonly string[];
  readonly topic: string;
  /** Records to read, from the first one on. */
  readonly count: number;
}

const [field, header] = ['\u001f', '\u001e'];

/** What Kafka's own console consumer prints of a topic. */
export async function readByJava({ brokers, topic, count }: Reading): Promise<readonly ForeignRecord[]> {
  const properties = { 'print.key': 'true', 'print.headers': 'true', 'key.separator': field, 'headers.separator': header };
  const printed = await run('java', [
    ...['-Xmx256m', '-cp', await kafkaTools(), 'org.apache.kafka.tools.consumer.ConsoleConsumer'],
    ...['--bootstrap-server', brokers.join(','), '--topic', topic, '--from-beginning', '--max-messages', String(count), '--timeout-ms', '60000'],
    ...Object.entries(properties).flatMap(([name, value]) => ['--formatter-property', `${name}=${value}`]),
  ]);
  return linesWith(printed, field).map((line) => {
    const [headers = '', key = '', value = ''] = line.split(field);
    const named = headers.split(header).map((text) => [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1)]);
    return { key, headers: Object.fromEntries(named), value };
  });
}

/** What kafka-python reads of it. */
export async function readByPython({ brokers, topic, count }: Reading): Promise<readonly ForeignRecord[]> {
  const printed = await run('python3', [join(import.meta.dirname, 'read_topic.py'), brokers.join(','), topic, String(count)], {
    env: { PYTHONPATH: await pythonClients() },
  });
  return linesWith(printed, '{"key"').map((line) => foreignRecord.parse(JSON.parse(line)));
}

const linesWith = (printed: string, mark: string) => printed.split('\n').filter((line) => line.includes(mark));
