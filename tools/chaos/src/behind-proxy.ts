import { openTcpProxy, type TcpProxy } from '@zhitong/testing/faults/tcp-proxy.ts';
import type { Bench } from './row.ts';
import { stackOf } from './servers.ts';
import { ServiceUnderLoad } from './service-under-load.ts';

/** A service at work whose connections to MongoDB all go through a proxy. */
export async function behindProxy(bench: Bench): Promise<{ readonly service: ServiceUnderLoad; readonly proxy: TcpProxy }> {
  const { hostname: host, port } = new URL(stackOf(bench.site).mongoUrl);
  const proxy = await openTcpProxy({ target: { host, port: Number(port) } });
  bench.atEnd(() => proxy.close());
  // Direct: a replica set would tell the client its own address, past the proxy.
  const environment = { ZT_MONGO_URL: `mongodb://${proxy.address}/?directConnection=true` };
  return { proxy, service: await ServiceUnderLoad.start(bench, { environment }) };
}
