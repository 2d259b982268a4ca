import * as operations from '@zhitong/catalogue/operations/terms.ts';
import { portions } from '@zhitong/eventing';
import { ensure } from '@zhitong/kernel';
import { answer, momentOf, type Kit, type Moment } from '@zhitong/platform';
import type { z } from 'zod';
import { termFigures, termsAt, type StandingTerm } from '../domain/term/term-spells.ts';
import type { OrganizationValidityRow } from '../projections/organization-validity.projection.ts';
import { termSpells } from '../projections/term-spells.projection.ts';
import { idOf, pageInMemory } from './organization-rows.ts';
import { chunk, subtreeAsOf } from './tree-as-of.ts';

type Asked = z.output<typeof operations.termReport.input>;
interface Span extends Moment {
  readonly from: string;
}
/** A term of an organization as that was then. */
interface Found extends StandingTerm {
  readonly of: OrganizationValidityRow;
}

function spanOf(kit: Kit, asked: Pick<Asked, 'from' | 'asOf' | 'knownAt'>): Span {
  const moment = momentOf(kit, asked);
  const from = asked.from ?? `${moment.asOf.slice(0, 4)}-01-01`;
  ensure(from <= moment.asOf, 'PERIOD_INVALID', 'The period ends before it begins.', { field: 'from' });
  return { from, ...moment };
}

/** Terms of the organizations that were live below one then. */
async function termsIn(kit: Kit, { organizationId, view }: Pick<Asked, 'organizationId' | 'view'>, span: Span): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const some of portions(await subtreeAsOf(kit, organizationId, view, span), chunk)) {
    const rows = await kit.rows(termSpells).getMany(some.map(idOf));
    for (const of of some) found.push(...termsAt(rows.get(of.organizationId)?.spells ?? [], span).map((term) => ({ ...term, of })));
  }
  return found;
}

const lag = (kit: Kit): number => kit.rows(termSpells).lagSeconds();

const termReport = answer(operations.termReport, async (asked, kit) => {
  await kit.allow({ organizationId: asked.organizationId });
  const span = spanOf(kit, asked);
  const terms = await termsIn(kit, asked, span);
  const count = (figure: keyof typeof termFigures) => terms.filter((term) => termFigures[figure](term, span.asOf, span.from)).length;
  const figures = { dueSoon: count('dueSoon'), overdue: count('overdue'), expired: count('expired'), onTime: count('onTime') };
  return { from: span.from, asOf: span.asOf, ...figures, lagSeconds: lag(kit) };
});

const termReportRows = answer(operations.termReportRows, async ({ figure, limit, cursor, ...asked }, kit) => {
  await kit.allow({ organizationId: asked.organizationId });
  const span = spanOf(kit, asked);
  const terms = (await termsIn(kit, asked, span)).filter((term) => termFigures[figure](term, span.asOf, span.from));
  const { page, ...rest } = pageInMemory(terms, ({ termId }) => termId, limit, cursor);
  const items = page.map(({ of: { organizationId, name, kind, level }, ...term }) => ({ organizationId, name, kind, level, ...term }));
  return { items, ...rest, lagSeconds: lag(kit) };
});

export const termReports = [termReport, termReportRows];
