import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '@zhitong/testing';
import { openTcpProxy, type TcpProxy } from '@zhitong/testing/faults/tcp-proxy.ts';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Answers every line with itself and remembers it. */
async function startEcho(): Promise<{ readonly server: Server; readonly port: number; readonly heard: string[] }> {
  const heard: string[] = [];
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', (bytes) => {
      heard.push(bytes.toString());
      socket.write(bytes);
    });
    socket.on('end', () => socket.end('bye'));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port, heard };
}

interface Caller {
  readonly socket: Socket;
  readonly got: () => string;
  readonly ended: () => 'open' | 'ended' | 'reset';
}

describe('a disturbed line', () => {
  let echo: Awaited<ReturnType<typeof startEcho>>;
  let proxy: TcpProxy;
  const callers: Caller[] = [];

  beforeEach(async () => {
    echo = await startEcho();
    proxy = await openTcpProxy({ target: { host: '127.0.0.1', port: echo.port }, seed: 7 });
  });
  afterEach(async () => {
    for (const { socket } of callers.splice(0)) socket.destroy();
    await proxy.close();
    echo.server.close();
  });

  async function call(): Promise<Caller> {
    const socket = connect({ port: proxy.port, host: proxy.host, allowHalfOpen: true });
    let got = '';
    let ended: 'open' | 'ended' | 'reset' = 'open';
    socket.on('data', (bytes) => (got += bytes.toString()));
    socket.on('end', () => (ended = 'ended'));
    socket.on('error', () => (ended = 'reset'));
    const caller = { socket, got: () => got, ended: () => ended };
    callers.push(caller);
    await once(socket, 'connect');
    return caller;
  }
  const answered = (caller: Caller, text: string) => eventually(() => caller.got() === text);
  /** A round trip of somebody whose line is fine: whatever was to come to others has come. */
  const meanwhile = async (): Promise<void> => {
    const direct = connect({ port: echo.port, host: '127.0.0.1' });
    direct.write('direct');
    await once(direct, 'data');
    direct.destroy();
  };

  it('passes everything both ways, the end of one direction too', async () => {
    const caller = await call();
    caller.socket.end('hello');
    await answered(caller, 'hellobye');
    await eventually(() => caller.ended() === 'ended' && proxy.connections() === 0);
  });

  it('keeps the order of what it delays', async () => {
    proxy.disturb({ kind: 'delay', minMs: 1, maxMs: 20 });
    const caller = await call();
    for (let n = 0; n < 20; n++) {
      caller.socket.write(`${n};`);
      await meanwhile();
    }
    await answered(caller, Array.from({ length: 20 }, (_, n) => `${n};`).join(''));
  });

  it('lets less through where it throttles', async () => {
    const caller = await call();
    proxy.disturb({ kind: 'throttle', bytesPerSecond: 10_000 });
    caller.socket.write('x'.repeat(4_000));
    await meanwhile();
    expect(caller.got()).toBe('');
    await eventually(() => caller.got().length === 4_000);
  });

  it('carries out what is asked and loses the answer, then resets who missed it', async () => {
    const [caller, later] = [await call(), await call()];
    proxy.disturb({ kind: 'dropReply' });
    caller.socket.write('deed');
    await eventually(() => echo.heard.includes('deed'));
    await meanwhile();
    expect([caller.got(), caller.ended()]).toEqual(['', 'open']);
    proxy.heal();
    await eventually(() => caller.ended() === 'reset');
    later.socket.write('again');
    await answered(later, 'again');
  });

  it('is silent without a sign while half open, for those who connect then as well, and delivers afterwards', async () => {
    const before = await call();
    proxy.disturb({ kind: 'halfOpen' });
    const during = await call();
    for (const { socket } of [before, during]) socket.write('held');
    await meanwhile();
    expect(echo.heard.filter((text) => text === 'held')).toEqual([]);
    expect([before.ended(), during.ended()]).toEqual(['open', 'open']);
    proxy.heal();
    await answered(before, 'held');
    await answered(during, 'held');
  });

  it('leaves those stranded who are connected, and nobody else', async () => {
    const before = await call();
    proxy.strand();
    const after = await call();
    before.socket.write('lost');
    after.socket.write('fine');
    await answered(after, 'fine');
    expect([before.got(), before.ended(), echo.heard]).toEqual(['', 'open', ['fine']]);
  });

  it('resets everybody while cut, and lets in again', async () => {
    const caller = await call();
    proxy.disturb({ kind: 'cut' });
    await eventually(() => caller.ended() === 'reset');
    const refused = connect({ port: proxy.port, host: proxy.host });
    await expect(once(refused, 'end')).rejects.toMatchObject({ code: 'ECONNRESET' });
    proxy.heal();
    const again = await call();
    again.socket.write('back');
    await answered(again, 'back');
  });

  it('tells the sender when the other end is reset that could not take all', async () => {
    const deaf = createServer((socket) => socket.pause().on('error', () => socket.destroy())).listen(0, '127.0.0.1');
    await once(deaf, 'listening');
    const heard = once(deaf, 'connection') as Promise<[Socket]>;
    const narrow = await openTcpProxy({ target: { host: '127.0.0.1', port: (deaf.address() as AddressInfo).port } });
    const sender = connect({ port: narrow.port, host: narrow.host });
    sender.write(Buffer.alloc(32 * 1024 * 1024));
    const [socket] = await heard;
    const told = once(sender, 'end');
    await eventually(() => sender.bytesWritten > 0);
    socket.resetAndDestroy();
    await expect(told).rejects.toMatchObject({ code: 'ECONNRESET' });
    await narrow.close();
    deaf.close();
  });

  it('resets who connects while the server is not there', async () => {
    echo.server.close();
    await once(echo.server, 'close');
    const caller = await call();
    await eventually(() => caller.ended() === 'reset');
  });
});
