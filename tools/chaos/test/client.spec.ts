import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { add } from '../src/subject/client.ts';

const addition = { commandId: 'c', id: 'tally', amount: 1 };
const patience = { turns: 4, turnMs: 25 };

describe('the client of a chaos run', () => {
  let answer: (response: ServerResponse) => void;
  const server = createServer((_request, response) => answer(response));
  const door = () => `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const receipt = (response: ServerResponse) => void response.end(JSON.stringify({ stream: 's', version: 2 }));

  it('has not waited while it could not run itself: the answer that lay there meanwhile counts', async () => {
    answer = (response) => {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5 * patience.turns * patience.turnMs);
      receipt(response);
    };
    expect(await add(door(), addition, patience)).toEqual({ kind: 'receipt', stream: 's', version: 2 });
  });

  it('tells a door that says nothing from one that is gone', async () => {
    answer = () => undefined;
    expect(await add(door(), addition, patience)).toEqual({ kind: 'unknown', code: 'NO_ANSWER' });
    answer = (response) => response.destroy();
    expect(await add(door(), addition, patience)).toEqual({ kind: 'unknown', code: 'CONNECTION_LOST' });
  });
});
