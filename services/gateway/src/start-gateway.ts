import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { fileTypes } from '@zhitong/catalogue/file-routes.ts';
import { Rejected } from '@zhitong/kernel';
import { ConfigurationError } from '@zhitong/platform/runtime/configuration.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Metrics } from '@zhitong/platform/telemetry/metrics.ts';
import { consoleFiles } from './console/console-files.ts';
import { GatewayModule, partsOf } from './gateway.module.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { answerBrokenRequest } from './http/broken-requests.ts';
import { Intake } from './http/intake.ts';
import { ProblemFilter } from './http/problem.filter.ts';
import type { RefusedRequests } from './http/refused-requests.ts';
import { addSecurityHeaders } from './http/security-headers.ts';
import { routedPath } from './http/routed-path.ts';
import { guardWrites } from './http/write-door.ts';
import { createDevelopmentIssuer } from './issuer/development-issuer.ts';
import { issuerRoutes } from './issuer/issuer-routes.ts';

export interface RunningGateway {
  /** Origin as browsers see it. */
  readonly url: string;
  /** Says from now on that it is not ready; it takes in requests until it is stopped, each the last on its line. */
  leave(): void;
  stop(): Promise<void>;
}

const largestBody = 1024 * 1024;
const standardMostRequests = 500;
const headersMs = 10_000;
const requestMs = 30_000;
/** The longest that an answer in hand holds up closing. */
const drainMs = 10_000;

/** REST, SSE, sessions and the console's files in front of the services. @throws {ConfigurationError} */
export async function startGateway(options: GatewayOptions): Promise<RunningGateway> {
  const port = options.port === 0 ? await freePort(options.host) : options.port;
  const publicUrl = originOf(options.publicUrl ?? `http://localhost:${port}`);
  const issuer = options.issuer.kind === 'development' ? await createDevelopmentIssuer({ ...options, publicUrl }) : undefined;
  const parts = partsOf(options, publicUrl);
  const problems = new ProblemFilter(options.log, parts.refused);

  const app = await NestFactory.create<NestFastifyApplication>(GatewayModule.of(parts, options), adapterOf(options, problems, parts.refused), {
    logger: false,
    bodyParser: false,
    abortOnError: false,
  });
  app.useGlobalFilters(problems);
  const server = app.getHttpAdapter().getInstance();
  takeInJsonAndForms(server);
  const intake = new Intake(options.mostRequests ?? standardMostRequests);
  server.addHook('onRequest', async (request, reply) => {
    addSecurityHeaders(request, reply);
    requireHost(request);
    intake.enter(request, reply);
    guardWrites(request, publicUrl);
  });
  passOverExpectations(server);
  if (options.metrics) meterRequests(server, options.metrics);
  if (issuer) await server.register(issuerRoutes(issuer, options.personas, problems));
  await server.register(consoleFiles(options.webRoot));
  await parts.hub.start();
  await app.listen(port, options.host);
  return {
    url: publicUrl,
    leave() {
      parts.health.leave();
      intake.leave();
    },
    async stop() {
      const { server: door } = server;
      door.close();
      const late = setTimeout(() => door.closeAllConnections(), drainMs);
      await intake.emptied();
      clearTimeout(late);
      await app.close(); // live streams are cut: their browsers come back with their last id
      await parts.hub.stop();
      parts.services.close();
    },
  };
}

function adapterOf({ trustedProxies }: GatewayOptions, problems: ProblemFilter, refused: RefusedRequests): FastifyAdapter {
  return new FastifyAdapter({
    forceCloseConnections: true,
    bodyLimit: largestBody,
    trustProxy: trustedProxies === undefined || trustedProxies.length === 0 ? false : [...trustedProxies],
    requestTimeout: requestMs,
    http: { headersTimeout: headersMs, requireHostHeader: false },
    routerOptions: { maxParamLength: 200 },
    // An address that is none never reaches the hooks.
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      addSecurityHeaders(request, reply);
      problems.answer(error, request, reply);
    },
    clientErrorHandler: answerBrokenRequest(refused),
  });
}

/** The server of the language would answer this by itself, without a word. @throws {Rejected} `VALIDATION_FAILED` */
function requireHost({ headers }: Pick<FastifyRequest, 'headers'>): void {
  if (headers.host === undefined) throw new Rejected('VALIDATION_FAILED', 'A request names its host.', { header: 'Host' });
}

type Server = ReturnType<ReturnType<NestFastifyApplication['getHttpAdapter']>['getInstance']>;

/** An expectation that nobody keeps is no reason for an answer of the bare server. */
function passOverExpectations(server: Server): void {
  server.server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => server.routing(request, response));
}

/** JSON, and the issuer's logout form; a file stays where it is until its route asks for it; nothing else is read. Names that could reach a prototype are for the strict schemas to refuse, which name them. */
function takeInJsonAndForms(server: Server): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit: largestBody }, server.getDefaultJsonParser('ignore', 'ignore'));
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 64 * 1024 }, (_request, body, done) =>
    done(null, new URLSearchParams(String(body))),
  );
  server.addContentTypeParser(fileTypes.xlsx, (_request, stream, done) => done(null, stream));
}

/** Requests to the API; what people merely read is told apart from what they do. */
function meterRequests(server: Server, metrics: Metrics): void {
  server.addHook('onResponse', async (request, { statusCode, elapsedTime }) => {
    if (!routedPath(request).startsWith('/api/')) return;
    const { method } = request;
    const kind = method === 'GET' || method === 'HEAD' ? 'query' : 'command';
    const outcome = statusCode >= 500 ? 'failed' : statusCode >= 400 ? 'refused' : 'answered';
    metrics.http.observe({ kind, outcome }, elapsedTime / 1000);
  });
}

function originOf(publicUrl: string): string {
  const url = URL.parse(publicUrl);
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/') throw new ConfigurationError(`${publicUrl} is no origin`);
  return url.origin;
}

/** The issuer has to know its own address before the first request. */
async function freePort(host: string): Promise<number> {
  const probe = createServer();
  const port = await new Promise<number>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, host, () => {
      const address = probe.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
