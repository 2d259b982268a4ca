import { eventually } from '@zhitong/testing/eventually.ts';
import type { Bench, Row } from '../row.ts';
import { Ledger } from '../ledger.ts';
import { startLoad } from '../load.ts';
import { rebuild, statusOf } from '../subject/client.ts';
import { startReplica, untilKilled, type Replica } from '../subject/replica.ts';
import { expectSound } from '../verdict.ts';

/** REL-25: a rebuild beside the live build, killed while it fills and when it takes over, then carried out; readers notice nothing. */
export const rebuiltUnderLoad: Row['run'] = async ({ site, random, note }: Bench) => {
  const ledger = new Ledger();
  let replica: Replica | undefined;
  const load = startLoad({ writers: 64, ledger, random, door: () => replica?.door });
  for (const crash of ['rebuild.batch#1', 'rebuild.switch#1']) {
    await untilKilled(site, 'service', crash, (listening) => {
      replica = listening;
      rebuildThatKills(listening, ledger).catch(() => undefined); // the kill that never comes is told below
    });
  }
  const serving = (replica = await startReplica(site));
  const reading = readingOf(serving);
  const outcomes: string[] = [];
  await eventually(async () => {
    const both = await Promise.all([rebuilt(serving), rebuilt(serving)]);
    outcomes.splice(0, 2, ...both.sort());
    return both.includes('done');
  }, leaseOfTheDeadMs);
  if (outcomes.join() !== 'CONFLICT,done') throw new Error(`Two rebuilds at the same time were ${outcomes.join(' and ')}`);
  const reads = await reading.stop();
  await load.stop();
  const { commits } = await expectSound({ site, ledger, replicas: [serving] });
  note(`${String(reads)} reads, ${String(commits)} commits`);
};

/** Once there is something to rebuild; the process dies of it, and with it the answer. */
async function rebuildThatKills(replica: Replica, ledger: Ledger): Promise<void> {
  await eventually(() => ledger.count('receipt') >= 300, 60_000);
  await eventually(async () => (await rebuilt(replica)) !== 'CONFLICT', leaseOfTheDeadMs);
}

/** Who died with a rebuild under way is waited for; nobody else may go on with it sooner. */
const leaseOfTheDeadMs = 60_000;

/** `done`, or why not. */
const rebuilt = ({ door }: Replica): Promise<string> =>
  rebuild(door).then(
    () => 'done',
    (error: unknown) => (error instanceof Error ? error.message : ''),
  );

/** Reads for ever; none may fail. */
function readingOf({ door }: Replica): { stop(): Promise<number> } {
  let stopping = false;
  let reads = 0;
  const reading = (async () => {
    for (; !stopping; reads++) await statusOf(door);
  })();
  return {
    async stop() {
      stopping = true;
      await reading;
      return reads;
    },
  };
}
