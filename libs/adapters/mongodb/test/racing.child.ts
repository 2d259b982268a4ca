import { defineStream, StreamHandler } from '@zhitong/eventing';
import { Rejected, type Fact } from '@zhitong/kernel';
import { openMongoEventStore } from '@zhitong/mongodb';
import { contractContext, contractEpoch, fact, metadata } from '@zhitong/testing/contracts/event-store.samples.ts';

// So many writers send so many commands to one stream; prints the versions that they won and how often they lost.
const [url = '', database = '', id = '', writers = '', commands = ''] = process.argv.slice(2);
const raced = defineStream<number, null, Fact>({
  context: contractContext,
  category: 'raced',
  eventTypes: ['Noted'],
  keepInMemory: true,
  decider: { initial: 0, decide: () => [fact('Noted')], evolve: (count) => count + 1 },
});
const store = await openMongoEventStore({ url, database, context: contractContext, epoch: contractEpoch });
const handler = new StreamHandler(store);
const won: number[] = [];
let conflicts = 0;

async function send(commandId: string): Promise<void> {
  try {
    const { version } = await handler.handle(raced, { id, command: null, commandId, bodyHash: '', metadata });
    won.push(version);
  } catch (error) {
    if (!(error instanceof Rejected && error.code === 'CONFLICT')) throw error;
    conflicts++;
  }
}
const writer = async (nth: number): Promise<void> => {
  for (let sent = nth; sent < Number(commands); sent += Number(writers)) await send(`${String(process.pid)}-${String(sent)}`);
};
await Promise.all(Array.from({ length: Number(writers) }, (_, nth) => writer(nth)));
process.stdout.write(`${JSON.stringify({ won, conflicts })}\n`);
await store.close();
