import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a server that can be cut (connections reset, new ones too) or go silent (nothing passes, nothing is said). */
export async function openProxy(target: URL) {
  let state: 'open' | 'cut' | 'silent' = 'open';
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
  };
  const server = createServer((inside) => {
    keep(inside);
    if (state === 'cut') return void inside.resetAndDestroy();
    const outside = connect(Number(target.port), target.hostname);
    keep(outside);
    const pass = (from: Socket, to: Socket) => {
      from.on('data', (data) => {
        if (state === 'open') to.write(data);
      });
      from.on('close', () => to.destroy());
    };
    pass(inside, outside);
    pass(outside, inside);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `${target.protocol}//127.0.0.1:${String(port)}`,
    open: () => {
      state = 'open';
    },
    silence: () => {
      state = 'silent';
    },
    cut: () => {
      state = 'cut';
      for (const socket of sockets) socket.resetAndDestroy();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await once(server.close(), 'close');
    },
  };
}
