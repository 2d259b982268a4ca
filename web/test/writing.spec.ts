import { describe, expect, it } from '@jest/globals';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { ApiError } from '../src/api/problem.ts';
import { refreshAfterWrite } from '../src/api/reading.ts';
import { sendUntilKnown } from '../src/api/send-until-known.ts';

const problem = (status: number, code: string) => new ApiError({ status, code, detail: '', details: {}, traceId: null, errors: [] });
const receipt = { id: 'dir_1', stream: 'organizations.directive-dir_1', version: 2, warnings: [] };

function door(...answers: readonly (ApiError | typeof receipt)[]) {
  const keys: string[] = [];
  const waits: number[] = [];
  const left = [...answers];
  const send = (sending: { idempotencyKey: string }) => {
    keys.push(sending.idempotencyKey);
    const next = left.shift();
    return next instanceof ApiError || next === undefined ? Promise.reject(next ?? new Error('asked too often')) : Promise.resolve(next);
  };
  const wait = (milliseconds: number) => Promise.resolve(waits.push(milliseconds));
  return { keys, waits, send: () => sendUntilKnown(send, { idempotencyKey: 'k-1' }, () => undefined, wait) };
}

describe('a command whose outcome is unknown', () => {
  it('is sent again with the same key after 1, 2 and 4 seconds', async () => {
    const { keys, waits, send } = door(problem(0, 'TIMEOUT'), problem(503, 'OVERLOADED'), problem(504, 'OUTCOME_UNKNOWN'), receipt);
    await expect(send()).resolves.toEqual(receipt);
    expect(keys).toEqual(['k-1', 'k-1', 'k-1', 'k-1']);
    expect(waits).toEqual([1_000, 2_000, 4_000]);
  });

  it('gives up after the fourth and says why', async () => {
    const { send } = door(...Array.from({ length: 4 }, () => problem(503, 'STORE_UNAVAILABLE')));
    await expect(send()).rejects.toMatchObject({ problem: { code: 'STORE_UNAVAILABLE' } });
  });

  it('is not repeated once refused', async () => {
    const { keys, send } = door(problem(422, 'EMPTY_SCOPE'));
    await expect(send()).rejects.toMatchObject({ problem: { code: 'EMPTY_SCOPE' } });
    expect(keys).toHaveLength(1);
  });
});

describe('after a receipt', () => {
  const page = () => {
    const client = new QueryClient();
    const asked: string[] = [];
    let answer: (() => void) | undefined;
    const queryFn = ({ queryKey: [name] }: { queryKey: readonly unknown[] }) => {
      asked.push(String(name));
      return new Promise((resolve) => (answer = () => resolve('shown')));
    };
    for (const name of ['getDirective', 'listTopics'])
      new QueryObserver(client, { queryKey: [name], queryFn, initialData: 'before', staleTime: Infinity }).subscribe(() => undefined);
    return { client, asked, answer: () => answer?.() };
  };

  it('what changed is read again, and the page waits until it is shown', async () => {
    const { client, asked, answer } = page();
    const shown = refreshAfterWrite(client, ['getDirective'], 600_000);
    expect(asked).toEqual(['getDirective']);
    answer();
    await shown;
    expect(client.getQueryData(['getDirective'])).toBe('shown');
  });

  it('nobody waits for a read that does not come', async () => {
    const { client } = page();
    await refreshAfterWrite(client, ['getDirective'], 1);
    expect(client.getQueryData(['getDirective'])).toBe('before');
  });
});
