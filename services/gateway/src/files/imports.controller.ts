import { Controller, Get, HttpCode, Param, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { inLanguage, receiptSchema, sheets, type Receipt } from '@zhitong/catalogue';
import { importFile, importFindingsFile, importTemplate } from '@zhitong/catalogue/file-routes.ts';
import { listImportFindings, openImport, takeImportRows } from '@zhitong/catalogue/operations/imports.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { callerOf, onBehalfOf } from '../access/caller.ts';
import { CallerGuard } from '../access/caller.guard.ts';
import { RateLimits } from '../http/rate-limits.ts';
import { contextOf } from '../http/request-context.ts';
import { checked } from '../operations/operation-input.ts';
import { idempotencyKey, positionOf } from '../operations/read-your-writes.ts';
import { Services } from '../services.ts';
import { Workbooks } from '../sheets/workbooks.ts';
import { attached } from './attached.ts';
import { allOf } from './pages.ts';
import { received } from './received.ts';
import { findingsFile, templateOf } from './sheet-files.ts';
import { messagesOf, staged } from './staging.ts';

/** Files that come in (P31): read here, in a thread of their own, and handed on as rows. */
@Controller('api/v1')
@UseGuards(CallerGuard)
export class ImportsController {
  constructor(
    private readonly services: Services,
    private readonly workbooks: Workbooks,
    private readonly limits: RateLimits,
  ) {}

  @Post('imports')
  @HttpCode(200)
  async upload(@Req() request: FastifyRequest, @Query() query: unknown, @Res({ passthrough: true }) reply: FastifyReply): Promise<Receipt> {
    const context = contextOf(request);
    const caller = callerOf(request);
    const { sheet } = checked(importFile.input, query, context.language);
    const key = idempotencyKey(request.headers['idempotency-key']);
    const outgoing = onBehalfOf(caller, context);
    await this.limits.upload(caller.countedAs);
    const rows = staged(sheets[sheet], await this.workbooks.read(() => received(request)), context.language);
    const organizationId = caller.acting?.organizationId ?? '';
    const opened = await this.services.ask(openImport, { organizationId, sheet, rows: rows.length }, { ...outgoing, idempotencyKey: key });
    const { id: importId } = receiptSchema.parse(opened.value);
    let last = opened;
    for (const [page, some] of messagesOf(rows).entries())
      last = await this.services.ask(takeImportRows, { importId, page, rows: some }, { ...outgoing, idempotencyKey: `${key}.${page}` });
    const receipt = receiptSchema.parse(last.value);
    if (last.recordedAt !== undefined) void reply.header('zhitong-position', positionOf(receipt.stream, receipt.version, last.recordedAt));
    return receipt;
  }

  @Get('import-templates/:sheet')
  async template(@Req() request: FastifyRequest, @Param() params: unknown, @Res() reply: FastifyReply): Promise<void> {
    const { language } = contextOf(request);
    const { sheet } = checked(importTemplate.input, params, language);
    const title = inLanguage(sheets[sheet].title, language);
    await attached(reply, language === 'zh' ? `${title}导入模板` : `${title} template`, await this.workbooks.write(templateOf(sheets[sheet], language)));
  }

  @Get('imports/:importId/errors')
  async errors(@Req() request: FastifyRequest, @Param() params: unknown, @Res() reply: FastifyReply): Promise<void> {
    const context = contextOf(request);
    const { importId } = checked(importFindingsFile.input, params, context.language);
    const findings = await allOf(this.services, listImportFindings, { importId }, onBehalfOf(callerOf(request), context));
    const name = context.language === 'zh' ? '导入问题清单' : 'Import findings';
    await attached(reply, name, await this.workbooks.write(findingsFile(findings, context.language)));
  }
}
