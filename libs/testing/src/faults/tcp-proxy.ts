import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { between, seeded } from './random.ts';
import { createWay, type Way } from './way.ts';

export type Fault =
  /** Every piece waits so many milliseconds, chosen by the seed; the order stays. */
  | { readonly kind: 'delay'; readonly minMs: number; readonly maxMs: number }
  /** At most so many bytes a second in each direction of each connection. */
  | { readonly kind: 'throttle'; readonly bytesPerSecond: number }
  /** What is asked arrives and is carried out, no answer comes back. */
  | { readonly kind: 'dropReply' }
  /** Nothing passes and nobody is told, also not those who connect now: no FIN, no RST. What is sent meanwhile arrives when it is over. */
  | { readonly kind: 'halfOpen' }
  /** Connections are reset, new ones as well. */
  | { readonly kind: 'cut' };

/** A way to a server on loopback that can be disturbed; both directions count from whoever connects. */
export interface TcpProxy {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** `host:port`. */
  readonly address: string;
  /** From now on, instead of what was disturbed before. */
  disturb(fault: Fault): void;
  /** Nothing is disturbed any more. A connection that lost bytes is reset: it cannot go on as if it had them. */
  heal(): void;
  /** The lines of those who are connected now die without a sign, for good; new connections are fine. */
  strand(): void;
  /** Connections that are open now. */
  connections(): number;
  close(): Promise<void>;
}

export interface TcpProxyOptions {
  readonly target: { readonly host: string; readonly port: number };
  /** Chooses delays. */
  readonly seed?: number;
  /** Default: a free one. Clients that learn addresses from the server must learn this one. */
  readonly port?: number;
}

interface Connection {
  readonly client: Socket;
  readonly server: Socket;
  readonly ways: readonly Way[];
  lostBytes: boolean;
  stranded: boolean;
}

export async function openTcpProxy({ target, seed = 1, port = 0 }: TcpProxyOptions): Promise<TcpProxy> {
  const random = seeded(seed);
  const connections = new Set<Connection>();
  let fault: Fault | undefined;

  const waitOf = (bytes: number): number => {
    if (fault?.kind === 'delay') return between(random, fault.minMs, fault.maxMs);
    return fault?.kind === 'throttle' ? (bytes / fault.bytesPerSecond) * 1000 : 0;
  };
  const apply = ({ client, server, ways, stranded }: Connection): void => {
    if (fault?.kind === 'cut') for (const socket of [client, server]) socket.resetAndDestroy();
    for (const way of ways) way.hold(stranded || fault?.kind === 'halfOpen');
  };
  const accept = (client: Socket): void => {
    client.on('error', () => client.destroy());
    if (fault?.kind === 'cut') return void client.resetAndDestroy();
    const server = connect({ ...target, allowHalfOpen: true }).on('error', () => client.resetAndDestroy());
    const asked = createWay({ from: client, to: server, waitOf });
    const answered = createWay({ from: server, to: client, waitOf, drops: () => (fault?.kind === 'dropReply' ? (connection.lostBytes = true) : false) });
    const connection: Connection = { client, server, ways: [asked, answered], lostBytes: false, stranded: false };
    connections.add(connection);
    client.on('close', () => connections.delete(connection));
    apply(connection);
  };

  const listener = createServer({ allowHalfOpen: true }, accept).listen(port, '127.0.0.1');
  await once(listener, 'listening');
  const bound = (listener.address() as AddressInfo).port;
  return {
    host: '127.0.0.1',
    port: bound,
    address: `127.0.0.1:${bound}`,
    disturb(next) {
      fault = next;
      for (const connection of connections) apply(connection);
    },
    heal() {
      fault = undefined;
      for (const connection of connections) {
        if (connection.lostBytes) connection.client.resetAndDestroy();
        apply(connection);
      }
    },
    strand() {
      for (const connection of connections) {
        connection.stranded = true;
        apply(connection);
      }
    },
    connections: () => connections.size,
    async close() {
      for (const { client, server } of connections) for (const socket of [client, server]) socket.destroy();
      await once(listener.close(), 'close');
    },
  };
}
