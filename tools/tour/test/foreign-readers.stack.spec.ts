import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Cluster } from '@zhitong/cluster';
import { systemClock } from '@zhitong/eventing';
import { obtainToken } from '@zhitong/gateway/obtain-token.ts';
import { createSubjectSigner, subjectKeysAt } from '@zhitong/platform';
import { run } from '@zhitong/stack/command.ts';
import { temporaryFolder } from '@zhitong/testing/temporary-folder.ts';
import { Ajv } from 'ajv';
import { Kafka } from 'kafkajs';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crashesAt, personalDataOnTheStack } from './canary/on-the-stack.ts';
import { auditOnTheStack } from './audit-on-the-stack.ts';
import { asyncapiParser, openapiGenerator, pythonClients } from './foreign/clients.ts';
import { readByJava, readByPython, type ForeignRecord, type Reading } from './foreign/records.ts';
import { importsOnTheStack } from './imports-on-the-stack.ts';
import { rightsOnTheStack } from './rights-on-the-stack.ts';
import { ownPrefix, startTestCluster, suiteServers } from './test-cluster.ts';

const minutes = 60_000;
const root = join(import.meta.dirname, '..', '..', '..');
const asyncapi = join(root, 'docs', 'events', 'asyncapi.json');
const servers = suiteServers();
const { kafkaBrokers: brokers } = servers;
const prefix = ownPrefix('foreign');
const folder = temporaryFolder();
let cluster: Cluster;
let token = '';

beforeAll(async () => {
  cluster = await startTestCluster({ servers, dataFolder: folder.path, prefix, replicas: {}, profile: 'tiny', environment: crashesAt });
  token = await obtainToken(cluster.url, 'city');
}, 5 * minutes);
afterAll(async () => {
  await cluster.stop();
  folder.remove();
}, minutes);

const ours = async (path: string) => JSON.parse(await (await fetch(`${cluster.url}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } })).text());

/** All records that a topic has by now. */
async function reading(context: string): Promise<Reading> {
  const topic = `${prefix}.${context}.v1`;
  const admin = new Kafka({ brokers: [...brokers], clientId: 'foreign-readers', logLevel: 0 }).admin();
  await admin.connect();
  const count = (await admin.fetchTopicOffsets(topic)).reduce((sum, { high }) => sum + Number(high), 0);
  await admin.disconnect();
  return { brokers, topic, count };
}

const ajv = new Ajv({
  strict: false,
  formats: { date: /^\d{4}-\d\d-\d\d$/, 'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/ },
}).addSchema(JSON.parse(readFileSync(asyncapi, 'utf8')), 'events');
const against = (schema: string, value: unknown): readonly string[] => {
  const validate = ajv.getSchema(`events#/components/schemas/${schema}`);
  if (validate === undefined) return [`asyncapi.json describes no ${schema}`];
  return validate(value) === true ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${schema}${instancePath} ${message ?? ''}`);
};

/** Records of each key in the order read. */
const versions = (records: readonly ForeignRecord[]) => Map.groupBy(records, ({ key }) => key);

function expectAsPromised(records: readonly ForeignRecord[], { count }: Reading, context: string): void {
  expect(records).toHaveLength(count);
  const outOfOrder = [...versions(records)].filter(([, of]) => of.some(({ headers }, at) => headers['ce_streamversion'] !== String(at + 1)));
  expect(outOfOrder.map(([key]) => key)).toEqual([]);
  expect(records.flatMap(({ headers }) => against('CloudEventHeaders', headers))).toEqual([]);
  expect(records.flatMap(({ headers, value }) => against(headers['ce_type'] ?? '', JSON.parse(value)))).toEqual([]);
  for (const { key, headers } of records) {
    expect(headers).toMatchObject({ ce_specversion: '1.0', ce_source: `/zhitong/${context}`, ce_subject: key, 'content-type': 'application/json' });
    expect(headers['ce_id']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5/);
  }
}

/** Policies may write meanwhile, so the last records of the two readings differ: what both have read of a key is the same. */
function expectTheSame(one: ReadonlyMap<string, readonly ForeignRecord[]>, other: ReadonlyMap<string, readonly ForeignRecord[]>): void {
  const both = [...one].flatMap(([key, records]) => records.flatMap((record, at) => [[record, other.get(key)?.[at]] as const]).filter(([, same]) => same));
  expect(both.length).toBeGreaterThan(10);
  expect(both.map(([record]) => record)).toEqual(both.map(([, same]) => same));
}

describe('programs that know nothing of us', () => {
  it.each(['organizations', 'members'])(
    'the Java and the Python client read every event of %s as the AsyncAPI document promises, and the same',
    async (context) => {
      const read = await reading(context);
      expect(read.count).toBeGreaterThan(10);
      const [java, python] = [await readByJava(read), await readByPython(read)];
      expectAsPromised(java, read, context);
      expectAsPromised(python, read, context);
      expectTheSame(versions(java), versions(python));
    },
    5 * minutes,
  );

  it(
    'the official parser finds nothing wrong with the AsyncAPI document',
    async () => {
      const parser = join(import.meta.dirname, 'foreign', 'parse-asyncapi.js');
      const told = JSON.parse(await run(process.execPath, [parser, await asyncapiParser(), asyncapi]));
      expect(told).toMatchObject({ version: '3.0.0', errors: [], warnings: [] });
      expect(told.messages).toBeGreaterThan(90);
    },
    5 * minutes,
  );

  it(
    'a Python client without our protos lists the services and asks by reflection',
    async () => {
      const {
        personId,
        grants: [{ organizationId, grantId }],
      } = await ours('/me/grants');
      const signer = await createSubjectSigner(await subjectKeysAt(join(folder.path, 'keys', 'subject-keys.json')), systemClock);
      const subject = await signer.sign('organizations', { subject: { kind: 'person', personId, organizationId, grantId } });
      const address = cluster.children.find(({ name }) => name === 'organizations-1')?.ready['grpc'] ?? '';
      const method = 'zhitong.organizations.v1.OrganizationsService/GetOrganization';
      const script = join(import.meta.dirname, 'foreign', 'call_by_reflection.py');
      const printed = await run('python3', [script, address, method, JSON.stringify({ organizationId }), subject], {
        env: { PYTHONPATH: await pythonClients() },
      });
      const { services, methods, answer } = JSON.parse(printed);
      expect(services).toContain('zhitong.organizations.v1.OrganizationsService');
      expect(methods).toEqual(expect.arrayContaining(['GetOrganization', 'IssueDirective']));
      const { name, kind } = await ours(`/organizations/${organizationId}`);
      expect(answer).toMatchObject({ organizationId, name, kind });
    },
    5 * minutes,
  );

  it(
    'OpenAPI Generator makes a client of /openapi.json that compiles and asks',
    async () => {
      const [document, client] = [join(folder.path, 'openapi.json'), join(folder.path, 'client')];
      writeFileSync(document, await (await fetch(`${cluster.url}/openapi.json`)).text());
      await run('java', ['-Xmx512m', '-jar', await openapiGenerator(), 'generate', '-g', 'typescript-fetch', '-i', document, '-o', client]);
      writeFileSync(join(client, 'tsconfig.json'), JSON.stringify({ compilerOptions: clientOptions, include: ['index.ts'] }));
      writeFileSync(join(client, 'package.json'), '{ "type": "commonjs" }');
      await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', client]);
      writeFileSync(join(client, 'ask.cjs'), asking);
      const told = JSON.parse(await run(process.execPath, [join(client, 'ask.cjs'), cluster.url, token]));
      const { items, total } = await ours('/organizations?limit=5');
      expect(items).toHaveLength(5);
      expect(told).toEqual({ ids: items.map(({ organizationId }: { organizationId: string }) => organizationId), total });
    },
    5 * minutes,
  );
});

const clientOptions = {
  target: 'es2022',
  lib: ['es2022', 'dom'],
  module: 'nodenext',
  strict: true,
  skipLibCheck: true,
  types: [],
  outDir: 'dist',
  rootDir: '.',
};
const asking = `
const { Configuration, OrganizationsApi } = require('./dist/index.js');
const [basePath, accessToken] = process.argv.slice(2);
new OrganizationsApi(new Configuration({ basePath, accessToken }))
  .listOrganizations({ limit: 5 })
  .then(({ items, total }) => console.log(JSON.stringify({ ids: items.map(({ organizationId }) => organizationId), total })));
`;

// One small city for all: what others read of it, whose rights in it end, what becomes of files whose process dies, who changed its audit, and what must not be found in it.
const city = () => ({
  cluster,
  folder: folder.path,
  servers: { ...servers, prefix },
});
rightsOnTheStack(city);
importsOnTheStack(city);
auditOnTheStack(city);
personalDataOnTheStack(city);
