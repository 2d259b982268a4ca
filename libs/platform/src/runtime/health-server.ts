import { createServer } from 'node:http';
import type { Readiness } from '../service/readiness.ts';
import { expositionType } from '../telemetry/exposition.ts';
import type { Metrics } from '../telemetry/metrics.ts';

export interface HealthServer {
  readonly address: string;
  stop(): Promise<void>;
}

export interface HealthServerOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Absent where `/readyz` is answered elsewhere. */
  readonly readiness?: () => Readiness;
  readonly metrics: Metrics;
}

/** `/livez` asks nobody else; `/readyz` names the parts that make no progress; `/metrics` is for Prometheus. */
export async function startHealthServer({ host, port, readiness, metrics }: HealthServerOptions): Promise<HealthServer> {
  const server = createServer((request, response) => {
    const answer = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(body));
    };
    if (request.url === '/livez') return answer(200, { status: 'alive' });
    if (request.url === '/metrics') {
      const exported = (text: string) => response.writeHead(200, { 'content-type': expositionType }).end(text);
      return void metrics.text().then(exported, () => answer(500, { code: 'INTERNAL' }));
    }
    if (request.url !== '/readyz' || !readiness) return answer(404, { code: 'NOT_FOUND' });
    const { ready, parts } = readiness();
    return answer(ready ? 200 : 503, { status: ready ? 'ready' : 'not ready', parts });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const bound = server.address();
  return {
    address: `${host}:${typeof bound === 'object' && bound !== null ? bound.port : port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
