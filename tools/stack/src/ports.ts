import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';

const host = '127.0.0.1';

/** Ports nobody listens on. All are held at once while asking, so that none comes twice. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, host);
      await once(server, 'listening');
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}

/** Without it a readiness probe would take somebody else's server on that port for ours. */
export async function assertFree(port: number): Promise<void> {
  const server = createServer().listen(port, host);
  await once(server, 'listening');
  await once(server.close(), 'close');
}

/** Resolves when the port accepts a connection, rejects when it refuses. */
export async function knock(port: number): Promise<void> {
  const socket = connect({ port, host, timeout: 2_000 });
  try {
    await once(socket, 'connect');
  } finally {
    socket.destroy();
  }
}
