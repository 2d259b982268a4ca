import { Controller, Get, Req, UseGuards } from '@nestjs/common';
import { platformOperation, type Context } from '@zhitong/catalogue';
import { isOutage } from '@zhitong/eventing';
import { Rejected } from '@zhitong/kernel';
import type { FastifyRequest } from 'fastify';
import { callerOf, onBehalfOf } from '../access/caller.ts';
import { CallerGuard } from '../access/caller.guard.ts';
import { contextOf } from '../http/request-context.ts';
import { Services } from '../services.ts';
import { inputReader } from './operation-input.ts';
import { MissingParts } from './missing-parts.ts';

type Merged = 'figures' | 'subscriptions' | 'parkedKeys' | 'audit';

/** Questions that every service answers for itself, asked of all at once; a part that is missing says since when (GW-11). */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class MergedController {
  constructor(
    private readonly services: Services,
    private readonly missing: MissingParts,
  ) {}

  @Get('metrics')
  metrics(@Req() request: FastifyRequest) {
    return this.#merge('figures', request);
  }
  @Get('projections')
  projections(@Req() request: FastifyRequest) {
    return this.#merge('subscriptions', request);
  }
  @Get('parked-keys')
  parkedKeys(@Req() request: FastifyRequest) {
    return this.#merge('parkedKeys', request);
  }
  @Get('audit')
  audit(@Req() request: FastifyRequest) {
    return this.#merge('audit', request);
  }

  async #merge(name: Merged, request: FastifyRequest) {
    const context = contextOf(request);
    const outgoing = onBehalfOf(callerOf(request), context);
    const ask = async (service: Context) => {
      const operation = platformOperation(name, service);
      const input = inputReader(operation)({ params: {}, query: request.query, body: undefined }, context.language);
      try {
        const { value } = await this.services.ask(operation, input, outgoing);
        this.missing.answered(service);
        return [service, value] as const;
      } catch (error) {
        if (!(error instanceof Rejected) || !isOutage(error)) throw error;
        return [service, { unavailableSince: this.missing.since(service), code: error.code }] as const;
      }
    };
    return { parts: Object.fromEntries(await Promise.all(this.services.contexts().map(ask))) };
  }
}
