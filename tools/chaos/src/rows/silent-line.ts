import { behindProxy } from '../behind-proxy.ts';
import type { Bench } from '../row.ts';
import { inSeconds, Longest } from '../service-under-load.ts';

const silences = 3;

/** REL-15: the connections of a service to MongoDB die without a sign, those of the change stream among them; new ones are fine. */
export async function silentLine(bench: Bench): Promise<void> {
  const { service, proxy } = await behindProxy(bench);
  const longest = new Longest();
  for (let silence = 0; silence < silences; silence++) {
    await service.receipts(20);
    proxy.strand();
    await longest.of(async () => {
      await service.receipts(1);
      await service.caughtUp();
    });
  }
  bench.note(`${String(silences)} silences, heard again after ${inSeconds(longest.ms)} at most, ${await service.expectSound()}`);
}
