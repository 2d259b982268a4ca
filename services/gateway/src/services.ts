import { contexts, type Context, type Operation, type QueryOperation } from '@zhitong/catalogue';
import { Rejected } from '@zhitong/kernel';
import type { Outgoing } from '@zhitong/platform/grpc/call-metadata.ts';
import { connectService, type Answered, type ServiceClient } from '@zhitong/platform/grpc/service-client.ts';
import type { Part } from '@zhitong/platform/service/readiness.ts';
import type { z } from 'zod';
import type { GatewayOptions } from './gateway-options.ts';

/** The services behind the gateway. */
export class Services {
  readonly #clients: ReadonlyMap<Context, ServiceClient>;
  #health: Promise<Readonly<Record<string, Part>>> | undefined;

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
  async ask({ name, context }: Operation, input: unknown, outgoing: Outgoing): Promise<Answered> {
    const client = this.#clients.get(context);
    if (!client) throw new Rejected('SERVICE_UNAVAILABLE', `The service ${context} is not part of this installation.`, { service: context });
    return client.call(name, input, outgoing);
  }

  /** As {@link ask}, read as the question promises. @throws {z.ZodError} when that is no answer to it. */
  async answer<Output extends z.ZodType>(question: QueryOperation<z.ZodObject, Output>, input: unknown, outgoing: Outgoing): Promise<z.output<Output>> {
    return question.output.parse((await this.ask(question, input, outgoing)).value);
  }

  /** Whether each service says that it serves; a service that does not answer does not. Asked once for all who ask meanwhile: probes come in uncounted. */
  health(): Promise<Readonly<Record<string, Part>>> {
    this.#health ??= this.#askHealth().finally(() => (this.#health = undefined));
    return this.#health;
  }

  async #askHealth(): Promise<Readonly<Record<string, Part>>> {
    const parts = [...this.#clients].map(async ([context, client]) => {
      const ok = await client.health();
      return [context, { ok, detail: ok ? 'serving' : 'not serving' }] as const;
    });
    return Object.fromEntries(await Promise.all(parts));
  }

  close(): void {
    for (const client of this.#clients.values()) client.close();
  }
}
