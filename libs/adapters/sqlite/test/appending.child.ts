import { writeSync } from 'node:fs';
import { commitOn, contractContext, contractEpoch, fact } from '@zhitong/testing/contracts/event-store.samples.ts';
import { openSqliteEventStore } from '../src/index.ts';

// Appends with 64 callers until it is killed and prints a receipt for each answer: stream, version, command.
const [file = '', round = ''] = process.argv.slice(2);
const store = openSqliteEventStore({ file, context: contractContext, epoch: contractEpoch });

async function appendForever(caller: number): Promise<never> {
  const stream = `${contractContext}.crash-${round}-${String(caller)}`;
  for (let version = 0; ; version += 2) {
    const commit = { ...commitOn(stream, version, fact('First'), fact('Second')), commandId: `${stream}-${String(version)}` };
    const { outcome } = await store.append(commit);
    if (outcome !== 'appended') throw new Error(`Unexpected ${outcome}`);
    writeSync(1, `${stream} ${String(version + 2)} ${commit.commandId}\n`);
  }
}
await Promise.all(Array.from({ length: 64 }, (_, caller) => appendForever(caller)));
