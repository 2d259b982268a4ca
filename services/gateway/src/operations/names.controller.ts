import { Controller, Get, Query, Req, UseGuards } from '@nestjs/common';
import { fields } from '@zhitong/catalogue';
import { memberNames } from '@zhitong/catalogue/operations/members.ts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { callerOf, onBehalfOf } from '../access/caller.ts';
import { CallerGuard } from '../access/caller.guard.ts';
import { contextOf } from '../http/request-context.ts';
import { Services } from '../services.ts';
import { patienceMs } from './own-name.ts';
import { checked } from './operation-input.ts';

const asked = z.strictObject({
  ids: z
    .string()
    .transform((ids) => [...new Set(ids.split(','))])
    .pipe(z.array(fields.personId).min(1).max(200)),
});

/** Persons' names for one page, from the vault of members. */
@Controller('api/v1/names')
@UseGuards(CallerGuard)
export class NamesController {
  constructor(private readonly services: Services) {}

  @Get()
  async names(@Req() request: FastifyRequest, @Query() query: unknown): Promise<unknown> {
    const { ids } = checked(asked, query, contextOf(request).language);
    const { value } = await this.services.ask(
      memberNames,
      { personIds: ids },
      { ...onBehalfOf(callerOf(request), contextOf(request)), deadlineMs: patienceMs },
    );
    return value;
  }
}
