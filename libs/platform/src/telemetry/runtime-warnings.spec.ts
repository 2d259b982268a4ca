import { expect, it } from '@jest/globals';
import { silentLog } from '@zhitong/eventing';
import { EventEmitter } from 'node:events';
import { warningsInto } from './runtime-warnings.ts';

it('puts warnings of the runtime into the log instead of beside it, but for the one that every Kafka client raises', () => {
  const runtime = new EventEmitter();
  const printed: unknown[] = [];
  runtime.on('warning', (warning) => printed.push(warning));
  const notes: unknown[] = [];
  warningsInto({ ...silentLog, warn: (fields) => notes.push(fields) }, runtime);
  const leak = Object.assign(new Error('11 listeners added'), { name: 'MaxListenersExceededWarning' });
  const negative = Object.assign(new Error('-1 is a negative number'), { name: 'TimeoutNegativeWarning' });

  for (const warning of [leak, negative]) runtime.emit('warning', warning);

  expect(notes).toEqual([{ error: leak }]);
  expect(printed).toEqual([]);
});
