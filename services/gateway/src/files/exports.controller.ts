import { randomUUID } from 'node:crypto';
import { Controller, Get, Param, Req, Res, UseGuards } from '@nestjs/common';
import { inLanguage, listings, sayingIn, type Listing } from '@zhitong/catalogue';
import { exportFile } from '@zhitong/catalogue/file-routes.ts';
import { exportQuestion, takeExport } from '@zhitong/catalogue/operations/exports.ts';
import { organizationNames } from '@zhitong/catalogue/operations/access.ts';
import { portions } from '@zhitong/eventing';
import type { Language } from '@zhitong/kernel';
import type { Outgoing } from '@zhitong/platform/grpc/call-metadata.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { callerOf, onBehalfOf } from '../access/caller.ts';
import { CallerGuard } from '../access/caller.guard.ts';
import { contextOf } from '../http/request-context.ts';
import { checked } from '../operations/operation-input.ts';
import { OwnName } from '../operations/own-name.ts';
import { Services } from '../services.ts';
import { Workbooks } from '../sheets/workbooks.ts';
import { attached } from './attached.ts';
import { mostPerPage, pagesOf } from './pages.ts';
import { watermarkOf } from './sheet-files.ts';

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
    const { language } = context;
    const caller = callerOf(request);
    const { exportId } = checked(exportFile.input, params, language);
    const outgoing = onBehalfOf(caller, context);
    const taken = await this.services.ask(takeExport, { exportId }, { ...outgoing, idempotencyKey: randomUUID() });
    const question = await this.services.answer(exportQuestion, { exportId }, outgoing);
    const listing = listings[question.list];
    const columns = listing.columns.filter(({ code }) => question.columns.includes(code));
    const rows = await this.#rows(listing, question, outgoing, language);
    const by = { name: (await this.names.of(caller, context)) ?? '', post: caller.acting?.organizationName ?? '', at: taken.recordedAt ?? '', exportId };
    const title = inLanguage(listing.title, language);
    const sheet = {
      name: title,
      above: watermarkOf({ ...by, purpose: question.purpose, rows: rows.length }, language),
      heading: columns.map(({ heading }) => inLanguage(heading, language)),
      rows,
      widths: columns.map(({ width }) => width),
    };
    await attached(reply, title, await this.workbooks.write([sheet]));
  }

  async #rows(listing: Listing, { filters, columns }: z.output<typeof exportQuestion.output>, outgoing: Outgoing, language: Language) {
    const asked = Object.fromEntries(filters.map(({ name, value }) => [name, value]));
    const rows: (readonly (string | number)[])[] = [];
    for await (const page of pagesOf(this.services, listing.operation, asked, outgoing, (answer) => listing.read(answer)))
      rows.push(...page.cells(columns, sayingIn(language, await this.#called(page.organizationIds, outgoing))));
    return rows;
  }

  async #called(ids: readonly string[], outgoing: Outgoing): Promise<ReadonlyMap<string, string>> {
    const called = new Map<string, string>();
    for (const organizationIds of portions([...new Set(ids)], mostPerPage)) {
      const { names } = await this.services.answer(organizationNames, { organizationIds }, outgoing);
      for (const { organizationId, name } of names) called.set(organizationId, name);
    }
    return called;
  }
}
