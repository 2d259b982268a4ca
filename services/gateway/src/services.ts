import { contexts, operations, type Context, type Operation } from '@zhitong/catalogue';
import { Rejected } from '@zhitong/kernel';
import type { Outgoing } from '@zhitong/platform/grpc/call-metadata.ts';
import { connectService, type Answered, type ServiceClient } from '@zhitong/platform/grpc/service-client.ts';
import type { GatewayOptions } from './gateway-options.ts';

const byName: ReadonlyMap<string, Operation> = new Map(operations.map((operation) => [operation.name, operation]));

/** The services behind the gateway. */
export class Services {
  readonly #clients: ReadonlyMap<Context, ServiceClient>;

  constructor({ services, signer, tls }: Pick<GatewayOptions, 'services' | 'signer' | 'tls'>) {
    const clientOf = (context: Context): readonly [Context, ServiceClient][] => {
      const service = services[context];
      if (!service) return [];
      return [[context, 'client' in service ? service.client : connectService(context, service.address, { signer, ...(tls === undefined ? {} : { tls }) })]];
    };
    this.#clients = new Map(contexts.flatMap(clientOf));
  }

  contexts(): readonly Context[] {
    return [...this.#clients.keys()];
  }

  /** @throws {Rejected} what the service refuses; `SERVICE_UNAVAILABLE` when it is not there. */
  async ask(operationName: string, input: unknown, outgoing: Outgoing): Promise<Answered> {
    const operation = byName.get(operationName);
    if (!operation) throw new TypeError(`There is no operation ${operationName}`);
    const client = this.#clients.get(operation.context);
    if (!client)
      throw new Rejected('SERVICE_UNAVAILABLE', `The service ${operation.context} is not part of this installation.`, { service: operation.context });
    return client.call(operationName, input, outgoing);
  }

  /** Whether each service says that it serves; a service that does not answer does not. */
  async health(): Promise<Readonly<Record<string, { readonly ok: boolean; readonly detail: string }>>> {
    const parts = [...this.#clients].map(async ([context, client]) => {
      const ok = await client.health().catch(() => false);
      return [context, { ok, detail: ok ? 'serving' : 'not serving' }] as const;
    });
    return Object.fromEntries(await Promise.all(parts));
  }

  close(): void {
    for (const client of this.#clients.values()) client.close();
  }
}
