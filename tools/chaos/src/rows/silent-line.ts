import { openTcpProxy } from '@zhitong/testing/faults/tcp-proxy.ts';
import type { Bench } from '../row.ts';
import { stackOf } from '../servers.ts';
import { inSeconds, ServiceUnderLoad } from '../service-under-load.ts';

const silences = 3;

/** REL-15: the connections of a service to MongoDB die without a sign, those of the change stream among them; new ones are fine. */
export async function silentLine(bench: Bench): Promise<void> {
  const { site, note } = bench;
  const { hostname: host, port } = new URL(stackOf(site).mongoUrl);
  const proxy = await openTcpProxy({ target: { host, port: Number(port) } });
  bench.atEnd(() => proxy.close());
  // Direct: a replica set would tell the client its own address, past the proxy.
  const service = await ServiceUnderLoad.start(bench, { environment: { ZT_MONGO_URL: `mongodb://${proxy.address}/?directConnection=true` } });
  let longest = 0;
  for (let silence = 0; silence < silences; silence++) {
    await service.receipts(20);
    proxy.strand();
    const start = performance.now();
    await service.receipts(1);
    await service.caughtUp();
    longest = Math.max(longest, performance.now() - start);
  }
  note(`${String(silences)} silences, heard again after ${inSeconds(longest)} at most, ${await service.expectSound()}`);
}
