import { StoreFull } from '@zhitong/eventing';
import { Rejected } from '@zhitong/kernel';
import { serve } from '../src/thread-server.ts';

serve(() => ({
  echo: (value: unknown) => value,
  refuse: () => {
    throw new Rejected('CODE', 'Because.', { on: '2026-01-01' });
  },
  take: (ms: number) => {
    for (const from = performance.now(); performance.now() - from < ms;);
    return ms;
  },
  fill: () => {
    throw new StoreFull('no room');
  },
  fail: () => {
    throw new SyntaxError('odd');
  },
  die: () => process.exit(1),
  close: () => undefined,
}));
