import { describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { endWritesWithTheirConnection } from '../src/driver.ts';

const require = createRequire(import.meta.url);

interface Asking {
  command(ns: object, command: object, options: object): Promise<unknown>;
}

describe('REL-07 a command that is written when its server was just killed', () => {
  it('fails, instead of waiting for ever for a socket that is gone', async () => {
    endWritesWithTheirConnection();
    const { Connection }: { Connection: new (socket: Socket, options: object) => Asking } = require('mongodb/lib/cmap/connection');
    const { ns }: { ns: (name: string) => object } = require('mongodb/lib/utils');
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const socket = connect({ host: '127.0.0.1', port });
    await once(socket, 'connect');
    const connection = new Connection(socket, { id: 1, generation: 0, hostAddress: { toString: () => `127.0.0.1:${String(port)}` } });
    socket.destroy(); // its end is told a turn of the event loop later
    await expect(connection.command(ns('admin.$cmd'), { ping: 1 }, {})).rejects.toMatchObject({ name: 'MongoNetworkError' });
    server.close();
  });
});
