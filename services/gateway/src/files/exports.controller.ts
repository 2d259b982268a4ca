import { randomUUID } from 'node:crypto';
import { Controller, Get, Param, Req, Res, UseGuards } from '@nestjs/common';
import { fields, listings, sayingIn, type Listing } from '@zhitong/catalogue';
import { exportQuestion } from '@zhitong/catalogue/operations/exports.ts';
import { organizationNames } from '@zhitong/catalogue/operations/access.ts';
import { portions } from '@zhitong/eventing';
import type { Outgoing } from '@zhitong/platform/grpc/call-metadata.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { callerOf, onBehalfOf } from '../access/caller.ts';
import { CallerGuard } from '../access/caller.guard.ts';
import { contextOf } from '../http/request-context.ts';
import { checked } from '../operations/operation-input.ts';
import { OwnName } from '../operations/own-name.ts';
import { Services } from '../services.ts';
import { Workbooks } from '../sheets/workbooks.ts';
import { attached } from './attached.ts';
import { watermarkOf } from './sheet-files.ts';

const ofExport = z.strictObject({ exportId: fields.exportId });
const mostPerPage = 200;

/** Files that go out (P32, SEC-32): the list is asked anew, by the rights of this moment, once the download is on record. */
@Controller('api/v1/exports')
@UseGuards(CallerGuard)
export class ExportsController {
  constructor(
    private readonly services: Services,
    private readonly workbooks: Workbooks,
    private readonly names: OwnName,
  ) {}

  @Get(':exportId/file')
  async download(@Req() request: FastifyRequest, @Param() params: unknown, @Res() reply: FastifyReply): Promise<void> {
    const context = contextOf(request);
    const caller = callerOf(request);
    const { exportId } = checked(ofExport, params, context.language);
    const outgoing = onBehalfOf(caller, context);
    const taken = await this.services.ask('takeExport', { exportId }, { ...outgoing, idempotencyKey: randomUUID() });
    const question = exportQuestion.output.parse((await this.services.ask('exportQuestion', { exportId }, outgoing)).value);
    const listing = listings[question.list];
    const nth = context.language === 'zh' ? 0 : 1;
    const columns = listing.columns.filter(({ code }) => question.columns.includes(code));
    const rows = await this.#rows(listing, question, outgoing, nth);
    const by = { name: (await this.names.of(caller, context)) ?? '', post: caller.acting?.organizationName ?? '', at: taken.recordedAt ?? '', exportId };
    const sheet = {
      name: listing.title[nth],
      above: watermarkOf({ ...by, purpose: question.purpose, rows: rows.length }, context.language),
      heading: columns.map(({ heading }) => heading[nth]),
      rows,
      widths: columns.map(({ width }) => width),
    };
    await attached(reply, listing.title[nth], await this.workbooks.write([sheet]));
  }

  /** The whole list, page by page. */
  async #rows(listing: Listing, { filters, columns }: z.output<typeof exportQuestion.output>, outgoing: Outgoing, nth: 0 | 1) {
    const asked = Object.fromEntries(filters.map(({ name, value }) => [name, value]));
    const rows: (readonly (string | number)[])[] = [];
    let cursor: string | undefined;
    do {
      const input = { ...asked, limit: mostPerPage, ...(cursor === undefined ? {} : { cursor }) };
      const page = listing.read((await this.services.ask(listing.operation.name, input, outgoing)).value);
      rows.push(...page.cells(columns, sayingIn(nth, await this.#called(page.organizationIds, outgoing))));
      cursor = page.next;
    } while (cursor !== undefined);
    return rows;
  }

  async #called(ids: readonly string[], outgoing: Outgoing): Promise<ReadonlyMap<string, string>> {
    const called = new Map<string, string>();
    for (const organizationIds of portions([...new Set(ids)], mostPerPage)) {
      const { names } = organizationNames.output.parse((await this.services.ask('organizationNames', { organizationIds }, outgoing)).value);
      for (const { organizationId, name } of names) called.set(organizationId, name);
    }
    return called;
  }
}
