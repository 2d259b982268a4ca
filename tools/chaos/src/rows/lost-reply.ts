import { openTcpProxy } from '@zhitong/testing/faults/tcp-proxy.ts';
import { randomUUID } from 'node:crypto';
import { Ledger } from '../ledger.ts';
import type { Bench } from '../row.ts';
import { add } from '../subject/client.ts';
import { startReplica } from '../subject/replica.ts';
import { expectSound } from '../verdict.ts';

const rounds = 10;
const atOnce = 50;
const patience = { turns: 10, turnMs: 100 };

/** REL-02: what is asked arrives, what is answered does not; the same command again gets the first receipt, byte for byte, however often it comes. */
export async function lostReplies({ site, atEnd, note }: Bench): Promise<void> {
  const ledger = new Ledger();
  const replica = await startReplica(site);
  const [host = '', port = ''] = replica.door.split(':');
  const proxy = await openTcpProxy({ target: { host, port: Number(port) } });
  atEnd(() => proxy.close());
  for (let round = 0; round < rounds; round++) {
    const additions = Array.from({ length: atOnce }, (_, nth) => ({ commandId: randomUUID(), id: `tally${String(nth % 20)}`, amount: 1 }));
    for (const { commandId, amount } of additions) ledger.sending(commandId, amount);
    proxy.disturb({ kind: 'dropReply' });
    const lost = await Promise.all(additions.map((addition) => add(proxy.address, addition, patience)));
    proxy.heal();
    for (const { kind } of lost) if (kind !== 'unknown') throw new Error(`A reply that was dropped came as ${kind}`);
    await Promise.all(additions.map((addition) => receiptTwice(replica.door, addition, ledger)));
  }
  const { commits } = await expectSound({ site, ledger, replicas: [replica] });
  note(`${String(rounds * atOnce)} replies lost, ${String(commits)} commits`);
}

async function receiptTwice(door: string, addition: Parameters<typeof add>[1], ledger: Ledger): Promise<void> {
  const [first, second] = [await add(door, addition), await add(door, addition)];
  if (first.kind !== 'receipt') throw new Error(`The repetition was answered ${first.code}`);
  if (JSON.stringify(first) !== JSON.stringify(second)) throw new Error(`${JSON.stringify(first)} became ${JSON.stringify(second)}`);
  ledger.answered(addition.commandId, { ...first, retried: true });
}
