import { Controller, Get, Res } from '@nestjs/common';
import type { EphemeralStore } from '@zhitong/eventing';
import type { FastifyReply } from 'fastify';
import { processPart, type Readiness } from '@zhitong/platform/service/readiness.ts';
import { Services } from './services.ts';

/** The gateway's own part of being ready. */
export class Health {
  #leaving = false;

  constructor(
    private readonly store: EphemeralStore,
    private readonly process: (() => Readiness) | undefined,
  ) {}

  /** From now on it is not ready: the process ends. */
  leave(): void {
    this.#leaving = true;
  }

  async parts(): Promise<Readiness['parts']> {
    const sessions = await this.store.ping().then(
      () => ({ ok: true, detail: 'answering' }),
      () => ({ ok: false, detail: 'not answering' }),
    );
    return { ...this.process?.().parts, process: processPart(this.#leaving), sessions };
  }
}

/** For supervisors and balancers. */
@Controller()
export class HealthController {
  readonly #seen = new Set<string>();

  constructor(
    private readonly health: Health,
    private readonly services: Services,
  ) {}

  @Get('livez')
  live() {
    return { status: 'alive' };
  }

  /**
   * 503 while a part of its own is not ready, and until every service has served once. One that is away later is named among what is missing,
   * but the gateway stays: every gateway misses it, and a balancer that left them all would take from people what works (GW-11).
   */
  @Get('readyz')
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const [own, services] = await Promise.all([this.health.parts(), this.services.health()]);
    const parts = { ...own, ...services };
    const missing = Object.entries(parts).flatMap(([name, { ok }]) => (ok ? [] : [name]));
    for (const name of Object.keys(services)) if (!missing.includes(name)) this.#seen.add(name);
    const ready = missing.every((name) => this.#seen.has(name));
    void reply.status(ready ? 200 : 503);
    return { ready, missing, parts };
  }
}
