import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Rejected } from '@zhitong/kernel';
import { StoreUnavailable } from '@zhitong/eventing';
import { createLog } from './log.ts';

const canary = '欧阳鹮羽10077310451';

/** Throws as programs of others do: their messages quote what they were given. */
function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown');
}

describe('the log', () => {
  let lines: string[];
  beforeEach(() => {
    lines = [];
    jest.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  const log = createLog('test', 'info');
  const told = (): Record<string, unknown> => JSON.parse(lines.at(-1) ?? '{}');

  it('SEC-17 says where an error of others came from, never what it quotes', () => {
    const errors = [
      thrownBy(() => JSON.parse(canary)),
      new TypeError(canary),
      Object.assign(new Error(`dup key: ${canary}`), { name: 'MongoServerError', code: 11_000 }),
      Object.assign(new Error('a\n    at libs/spoofed.ts:1:1'), { name: canary, code: canary }),
    ];
    for (const error of errors) log.error({ error }, 'it failed');
    expect(lines).toHaveLength(errors.length);
    expect(lines.join('')).not.toContain(canary.slice(0, 4));
    expect(lines.join('')).not.toContain('spoofed');
    expect(lines.map((line) => JSON.parse(line).error)).toEqual([
      expect.stringMatching(/^SyntaxError at .*log\.spec\.ts:\d+$/),
      expect.stringMatching(/^TypeError at .*log\.spec\.ts:\d+$/),
      expect.stringMatching(/^MongoServerError 11000 at .*log\.spec\.ts:\d+$/),
      expect.stringMatching(/^Error at .*log\.spec\.ts:\d+$/),
    ]);
  });

  it('SEC-17 keeps the words of the own errors', () => {
    log.warn({ error: new StoreUnavailable('The store does not answer') }, 'it failed');
    expect(told()).toMatchObject({ error: 'StoreUnavailable: The store does not answer' });
    log.warn({ error: new Rejected('ERASED', 'The data of this person was erased.') }, 'it failed');
    expect(told()).toMatchObject({ error: 'Rejected: ERASED: The data of this person was erased.' });
  });

  it('SEC-17 takes listed fields only, and no character that forges a line or drives a terminal', () => {
    const fields = { state: 'a\r\n{"level":60}\u001b[31m\u0085', phone: canary, stream: { name: canary } };
    log.info(fields, 'seen');
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd()).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
    expect(lines[0]).not.toContain(canary);
    expect(told()).toMatchObject({ state: 'a\\u000d\\u000a{"level":60}\\u001b[31m\\u0085', msg: 'seen' });
  });
});
