import { Client, credentials, Server, ServerCredentials } from '@grpc/grpc-js';
import { silentLog, type EphemeralStore } from '@zhitong/eventing';
import { connectService, createSubjectSigner, createSubjectVerifier, standardLimits, subjectKeysAt } from '@zhitong/platform';
import { startGrpcServer } from '@zhitong/platform/grpc/grpc-server.ts';
import type { ServiceClient } from '@zhitong/platform/grpc/service-client.ts';
import { methodsOn } from '@zhitong/platform/grpc/package-definition.ts';
import { fastify } from 'fastify';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { startTestCity } from '../../../services/all/test-city.ts';
import { standardTimes, type GatewayOptions } from '../../../services/gateway/src/index.ts';
import { GatewayUnderTest } from '../../../services/gateway/test/gateway-under-test.ts';
import { rate, type Variant } from './measure.ts';
import type { Rows } from './rows.ts';

const callers = 16;
const each = 150;
const operation = 'getOrganization';

/** Calls per second of callers that ask one question after the other. */
const asked = (ask: () => Promise<unknown>): Promise<number> =>
  rate(callers * each, async () => {
    await Promise.all(
      Array.from({ length: callers }, async () => {
        for (let n = 0; n < each; n++) await ask();
      }),
    );
  });

/** The two doors, gRPC and HTTP, against the libraries under them that answer the same. */
export async function doorRows(): Promise<Rows> {
  const city = await startTestCity(new Date().toISOString(), { limits: standardLimits });
  const officer = city.as('city');
  const input = { organizationId: officer.organizationId };
  const answer = Object(await officer.query(operation, input)) as object;
  const [grant] = await officer.grants();
  const keys = await subjectKeysAt(join(city.folder, 'subject-keys.json'));
  const signer = await createSubjectSigner(keys, city.clock);
  const subject = { kind: 'person', personId: officer.personId, organizationId: officer.organizationId, grantId: grant?.grantId ?? '' } as const;

  const door = await startGrpcServer({
    context: 'organizations',
    runtime: { execute: async () => ({ value: answer, stale: false }), readiness: () => ({ ready: true }) },
    subjectKeys: createSubjectVerifier(keys, city.clock),
    clock: city.clock,
    log: silentLog,
    address: '127.0.0.1:0',
    reflection: false,
  });
  const caller = connectService('organizations', door.address, { signer });
  const bareGrpc = await openBareGrpc(input, answer);

  const agent = new Agent({ keepAlive: true, maxSockets: callers });
  const path = `/api/v1/organizations/${officer.organizationId}`;
  const options = { signer, clock: city.clock, personas: [persona], times: standardTimes };
  const organizations = connectService('organizations', city.service('organizations').address, { signer });
  const whole = await openGateway(options, organizations);
  const alone = await openGateway(options, answeringAtOnce(organizations, answer));
  const bareHttp = fastify().get('/api/v1/organizations/:organizationId', () => answer);
  const bareUrl = await bareHttp.listen({ port: 0, host: '127.0.0.1' });
  const http =
    ({ url, cookie }: { readonly url: string; readonly cookie: string }): Variant =>
    () =>
      asked(() => fetched(`${url}${path}`, cookie, agent));
  const bare = http({ url: bareUrl, cookie: alone.cookie });

  return {
    rows: [
      {
        id: 'D1',
        what: 'gRPC unary with subject and validation, 16 callers',
        against: 'bare grpc-js + proto-loader, same message',
        reach: 0.75,
        ours: () => asked(() => caller.call(operation, input, { subject, language: 'zh', correlationId: 'bench' })),
        theirs: () => asked(bareGrpc.ask),
      },
      {
        id: 'D3',
        what: 'HTTP query with session, scope, validation, serialisation; the answer of the service is ready',
        against: 'bare fastify, same JSON',
        reach: 0.5,
        ours: http(alone),
        theirs: bare,
      },
      {
        id: 'D3b',
        what: 'the same through gRPC, the service and its read models',
        against: 'bare fastify, same JSON',
        reach: 0.5,
        ours: http(whole),
        theirs: bare,
      },
    ],
    async close() {
      agent.destroy();
      await alone.close();
      await whole.close();
      organizations.close();
      caller.close();
      bareGrpc.close();
      await bareHttp.close();
      await door.stop();
      await city.remove();
    },
  };
}

type Settings = Pick<GatewayOptions, 'signer' | 'clock' | 'personas' | 'times'>;

/** A gateway with somebody logged in, who may ask without end. */
async function openGateway(settings: Settings, organizations: ServiceClient) {
  const gateway = new GatewayUnderTest();
  await gateway.start({ ...settings, services: { organizations: { client: organizations } }, ephemeral: withoutEnd(gateway.ephemeral) });
  const { cookie } = await gateway.loggedIn(persona.login);
  return { url: gateway.url, cookie, close: () => gateway.stop() };
}

/** A service whose answer costs nothing; who may ask is asked of the real one. */
const answeringAtOnce = (service: ServiceClient, answer: object): ServiceClient => ({
  ...service,
  call: (name, input, outgoing) => (name === operation ? Promise.resolve({ value: answer, stale: false }) : service.call(name, input, outgoing)),
});

const persona = { login: 'city', group: 'city', title: 'bench', organizationName: 'bench', description: '', shown: true };

/** Counts as always, and lets one session ask more than people may. */
function withoutEnd(store: EphemeralStore): EphemeralStore {
  const allow = store.allow.bind(store);
  return Object.assign(store, { allow: async (...asked: Parameters<EphemeralStore['allow']>) => ({ ...(await allow(...asked)), allowed: true }) });
}

async function openBareGrpc(input: object, answer: object): Promise<{ readonly ask: () => Promise<unknown>; close(): void }> {
  const method = methodsOn('organizations').get(operation);
  if (method === undefined) throw new Error(`organizations has no ${operation}`);
  const server = new Server();
  server.addService({ [operation]: method }, { [operation]: (_call: unknown, answered: (error: null, value: object) => void) => answered(null, answer) });
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) => (error ? reject(error) : resolve(bound))),
  );
  const client = new Client(`127.0.0.1:${String(port)}`, credentials.createInsecure());
  const ask = () =>
    new Promise<unknown>((resolve, reject) =>
      client.makeUnaryRequest(method.path, method.requestSerialize, method.responseDeserialize, input, (error, value) =>
        error ? reject(error) : resolve(value),
      ),
    );
  return {
    ask,
    close() {
      client.close();
      server.forceShutdown();
    },
  };
}

const fetched = (url: string, cookie: string, agent: Agent): Promise<unknown> =>
  new Promise((resolve, reject) => {
    get(url, { agent, headers: { cookie } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => (response.statusCode === 200 ? resolve(JSON.parse(text)) : reject(new Error(`${String(response.statusCode)} ${text}`))));
    }).on('error', reject);
  });
