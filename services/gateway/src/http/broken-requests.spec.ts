import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { answerBrokenRequest } from './broken-requests.ts';

describe('a connection on which no request comes to its end', () => {
  const noted: string[] = [];
  const server = createServer({ headersTimeout: 50, requestTimeout: 50, connectionsCheckingInterval: 10 });
  server.on('clientError', answerBrokenRequest({ noteBroken: (_address, { code }) => void noted.push(code) }));
  const said = (request: string) => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.write(request);
    return text(socket);
  };

  beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'));
  afterAll(() => void server.close());
  beforeEach(() => void noted.splice(0));

  it('SEC-06 is closed without a word when none has begun: the word would be taken for the answer to the next', async () => {
    expect(await said('')).toBe('');
    expect(noted).toEqual([]);
  });

  it('SEC-06 is answered when one has begun', async () => {
    expect(await said('GET / HTTP/1.1\r\n')).toMatch(/^HTTP\/1.1 400 /);
    expect(noted).toEqual(['VALIDATION_FAILED']);
  });
});
