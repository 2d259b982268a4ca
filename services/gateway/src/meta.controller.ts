import { Controller, Get, Req } from '@nestjs/common';
import { fileRoutes } from '@zhitong/catalogue/file-routes.ts';
import { openApiDocument } from '@zhitong/catalogue/openapi.ts';
import type { FastifyRequest } from 'fastify';
import type { GatewayOptions, Persona } from './gateway-options.ts';
import { RateLimits } from './http/rate-limits.ts';
import { routedOperations } from './operations/routed.ts';

/** What may be known before logging in. */
export class Meta {
  readonly devIssuer: boolean;
  readonly version: string;
  readonly runtime: GatewayOptions['runtime'];
  readonly personas: GatewayOptions['personas'];

  constructor({ issuer, version, runtime, personas }: Pick<GatewayOptions, 'issuer' | 'version' | 'runtime' | 'personas'>) {
    this.devIssuer = issuer.kind === 'development';
    this.version = version;
    this.runtime = runtime;
    this.personas = this.devIssuer ? personas.filter(({ shown }) => shown).map(offered) : [];
  }
}

/** What the picker shows; who a log-in is in the city is not told before logging in. */
const offered = ({ login, group, title, organizationName, description, shown }: Persona): Persona => ({
  login,
  group,
  title,
  organizationName,
  description,
  shown,
});

@Controller()
export class MetaController {
  readonly #document: unknown;

  constructor(
    private readonly known: Meta,
    private readonly limits: RateLimits,
  ) {
    this.#document = openApiDocument(routedOperations, { title: 'Zhitong 直通', version: known.version }, fileRoutes);
  }

  @Get('api/v1/meta')
  async meta(@Req() request: FastifyRequest): Promise<Meta> {
    await this.limits.anonymous(request.ip);
    return this.known;
  }

  @Get('openapi.json')
  async openApi(@Req() request: FastifyRequest): Promise<unknown> {
    await this.limits.anonymous(request.ip);
    return this.#document;
  }
}
