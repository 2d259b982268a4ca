import type { Clock, StreamHandler, StreamType } from '@zhitong/eventing';
import type { Fact } from '@zhitong/kernel';
import { asRejected } from '@zhitong/platform/http/as-rejected.ts';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { tally, unheard } from './tally.ts';

/** What a client asks for: an amount for a tally, under an id that it has written down before. */
export interface Addition {
  readonly commandId: string;
  readonly id: string;
  readonly amount: number;
}

/** How far the service is, as somebody outside may see it. */
export interface SubjectStatus {
  /** Of all rows: what was added, and what came back of it by the policy. */
  readonly added: number;
  readonly echoed: number;
}

/** An event of a stream that somebody waits for. */
export interface Place {
  readonly stream: string;
  readonly version: number;
}

/** What stands behind the door. */
export interface Behind {
  readonly handler: StreamHandler;
  readonly clock: Clock;
  readonly sums: () => Promise<Readonly<Record<string, number>>>;
  readonly rebuild: () => Promise<unknown>;
  /** Resolves once the rows have taken the event in; false when that took too long. */
  readonly reached: (place: Place) => Promise<boolean>;
  /** Names of the streams that are parked for anybody. */
  readonly parked: () => Promise<readonly string[]>;
  /** Mends the cause of all poison, and takes in again what is parked. */
  readonly mend: () => Promise<unknown>;
}

/** Nobody is answered and no timer runs for so many milliseconds. */
const block = (ms: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

/** Commands and questions as JSON over HTTP. Refusals carry their code. */
export async function openDoor({
  handler,
  clock,
  sums,
  rebuild,
  reached,
  parked,
  mend,
}: Behind): Promise<{ readonly address: string; close(): Promise<void> }> {
  const handed = async <Event extends Fact>(type: StreamType<number, number, Event>, request: IncomingMessage) => {
    const { commandId, id, amount } = JSON.parse(await text(request)) as Addition;
    const metadata = { occurredAt: clock.now(), actorId: 'per_chaos', correlationId: commandId };
    const { stream, version } = await handler.handle(type, { id, command: amount, commandId, bodyHash: `${id}/${String(amount)}`, metadata });
    return { stream, version };
  };
  const status = async (): Promise<SubjectStatus> => {
    const { added = 0, echoed = 0 } = await sums();
    return { added, echoed };
  };
  const answers: Readonly<Record<string, (request: IncomingMessage) => unknown>> = {
    'POST /add': (request) => handed(tally, request),
    'POST /unheard': (request) => handed(unheard, request),
    'POST /rebuild': rebuild,
    'POST /mend': mend,
    'POST /reached': async (request) => reached(JSON.parse(await text(request)) as Place),
    'POST /block': async (request) => block(Number(await text(request))),
    'GET /status': status,
    'GET /parked': parked,
  };
  const server = createServer((request, response) => {
    const answer = (code: number, body: unknown) => response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const found = answers[`${request.method ?? ''} ${request.url ?? ''}`];
    Promise.resolve(found?.(request)).then(
      (body) => answer(found === undefined ? 404 : 200, body ?? {}),
      (error: unknown) => answer(500, { code: asRejected(error)?.code ?? `INTERNAL ${String(error)}` }),
    );
  }).listen(0, '127.0.0.1');
  server.keepAliveTimeout = 0; // a connection that ends while a client takes it up again is a fault of nobody's
  await once(server, 'listening');
  return {
    address: `127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    async close() {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}
