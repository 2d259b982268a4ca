import { describe, expect, it } from '@jest/globals';
import { SseParser } from '../src/live/sse.ts';

describe('the event stream', () => {
  it('puts a message together that arrives in pieces', () => {
    const parser = new SseParser();
    expect(parser.push('id: 7\nevent: hint\nda')).toEqual([]);
    expect(parser.push('ta: {"topic":"inbox"}\n')).toEqual([]);
    expect(parser.push('\n')).toEqual([{ id: '7', event: 'hint', data: '{"topic":"inbox"}' }]);
  });

  it('joins data lines and takes carriage returns as line ends', () =>
    expect(new SseParser().push('data: a\r\ndata: b\r\n\r\n')).toEqual([{ id: null, event: 'message', data: 'a\nb' }]));

  it('takes a comment for a heartbeat', () => expect(new SseParser().push(': keep\n\n')).toEqual([{ id: null, event: 'heartbeat', data: '' }]));

  it('learns the last id from a heartbeat', () =>
    expect(new SseParser().push(': heartbeat\nid: 41\n\n')).toEqual([
      { id: null, event: 'heartbeat', data: '' },
      { id: '41', event: 'heartbeat', data: '' },
    ]));
});
