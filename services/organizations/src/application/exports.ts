import * as operations from '@zhitong/catalogue/operations/exports.ts';
import { listings, type ListCode } from '@zhitong/catalogue';
import { ensure, Rejected } from '@zhitong/kernel';
import { answer, listed, useCase, type Kit } from '@zhitong/platform';
import { z } from 'zod';
import { liveExport, type RequestedExport } from '../domain/export/export.decider.ts';
import { exportStream } from '../domain/export/export.stream.ts';
import { exportList } from '../projections/export-list.projection.ts';
import { actorOf } from './actor.ts';

type Filters = z.output<typeof operations.requestExport.input>['filters'];
const filtersIn = z.array(z.strictObject({ name: z.string(), value: z.string() }));

/** Columns and filters that the list has. @throws {Rejected} `VALIDATION_FAILED` */
function ensureQuestion(list: ListCode, columns: readonly string[], filters: Filters): void {
  const { operation, columns: known } = listings[list];
  const codes = new Set(known.map(({ code }) => code));
  ensure(
    columns.every((code) => codes.has(code)),
    'VALIDATION_FAILED',
    'The list has no such column.',
    { field: 'columns' },
  );
  const read = operation.input.safeParse(Object.fromEntries(filters.map(({ name, value }) => [name, value])));
  ensure(read.success, 'VALIDATION_FAILED', 'The list has no such filter.', { field: 'filters' });
}

const requestExport = useCase(operations.requestExport, async ({ organizationId, list, columns, filters, purpose }, kit) => {
  await kit.allow({ organizationId });
  ensureQuestion(list, columns, filters);
  const exportId = kit.newId('exp');
  const refs = {
    questionRef: await kit.content.seal({ organizationId }, 'question', JSON.stringify(filters)),
    purposeRef: await kit.content.seal({ organizationId }, 'purpose', purpose),
  };
  const asked = { exportId, organizationId, list, columns, requestedById: actorOf(kit).id };
  return kit.handle(exportStream, exportId, { type: 'Request', ...asked, ...refs, hours: kit.settings.number('export.hours', kit.call.now), at: kit.call.now });
});

/** The export, once the caller was found to act for its organization, to have asked for it, and in time. */
async function allowedExport(kit: Kit, exportId: string): Promise<RequestedExport> {
  const { state } = await kit.peek(exportStream, exportId);
  await kit.allow({ organizationId: state?.organizationId ?? exportId });
  return liveExport(state, actorOf(kit).id, kit.call.now);
}

const takeExport = useCase(operations.takeExport, async ({ exportId }, kit) => {
  await allowedExport(kit, exportId);
  return kit.handle(exportStream, exportId, { type: 'Take', byId: actorOf(kit).id, at: kit.call.now });
});

const exportQuestion = answer(operations.exportQuestion, async ({ exportId }, kit) => {
  const { list, columns, questionRef, purposeRef, expiresAt } = await allowedExport(kit, exportId);
  const texts = await kit.content.openMany([questionRef, purposeRef]);
  const question = texts.get(questionRef);
  if (question === undefined) throw new Rejected('NOT_FOUND', 'There is no such export.');
  return { list, columns: [...columns], filters: filtersIn.parse(JSON.parse(question)), purpose: texts.get(purposeRef) ?? '', expiresAt };
});

const listExports = answer(operations.listExports, async ({ organizationId, limit, cursor }, kit) => {
  await kit.allow({ organizationId });
  const where = [{ field: 'organizationId', eq: organizationId }];
  const { items, ...rest } = await listed(kit.rows(exportList), { where, orderBy: { field: 'requestedAt', direction: 'desc' }, limit, cursor });
  const purposes = await kit.content.openMany(items.map(({ purposeRef }) => purposeRef));
  const rows = items.map(({ $key: _key, organizationId: _own, purposeRef, columns, downloaded, ...row }) => ({
    ...row,
    columns: [...columns],
    downloaded: [...downloaded],
    purpose: purposes.get(purposeRef) ?? '',
    expired: row.expiresAt <= kit.call.now,
  }));
  return { items: rows, ...rest };
});

/** Lists as files (P32): no file is kept; what it asks, who asked and who took it out is. */
export const exportUseCases = [requestExport, takeExport, exportQuestion, listExports];
