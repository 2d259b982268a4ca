import { silentLog } from '@zhitong/eventing';
import { closeOnSignal } from '../src/runtime/exit.ts';

const say = (what: string) => process.stdout.write(`${what}\n`);

const work = setInterval(() => say('works'), 10);
closeOnSignal(
  async () => {
    clearInterval(work);
    say('closes');
  },
  silentLog,
  { leave: () => say('leaves'), noticeMs: 300 },
);
say('up');
