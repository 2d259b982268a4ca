import * as operations from '@zhitong/catalogue/operations/oversight.ts';
import { allRows, portions } from '@zhitong/eventing';
import { answer, endOfTime, useCase, type Kit } from '@zhitong/platform';
import type { z } from 'zod';
import { leads } from '../domain/facts/attributes.ts';
import { owedOn, windowOf, type AuditWindow, type Occasion } from '../domain/oversight/audit-window.ts';
import type { Secretaryship } from '../domain/oversight/oversight.decider.ts';
import { oversightStream } from '../domain/oversight/oversight.stream.ts';
import { secretaryshipList, type SecretaryshipRow } from '../projections/secretaryship-list.projection.ts';
import { termList, type TermListRow } from '../projections/term-list.projection.ts';
import { actorOf, today } from './actor.ts';
import { communitiesThen } from './communities.ts';
import { subjectOf } from './fact-subject.ts';
import { idOf, nameIn, pageInMemory } from './organization-rows.ts';
import { chunk } from './tree-as-of.ts';

const windowDays = (kit: Kit, organizationId: string): number => kit.settings.number('audit.windowDays', kit.call.now, organizationId);

/** The end of a holding, or the next election while it goes on: the day that is called, else the last day of the term. */
function occasionsOf({ leftOn }: Secretaryship, term: TermListRow | undefined): readonly Occasion[] {
  if (leftOn !== null) return [{ code: 'leaving', on: leftOn }];
  const on = term?.called?.ballotOn ?? term?.dueOn ?? '';
  return on === '' ? [] : [{ code: 'election', on }];
}

interface Asked {
  readonly postId: string;
  readonly organizationId: string;
}
/** Accepted lag: that of the posts' events, seconds. */
async function secretaryship(kit: Kit, { postId, organizationId }: Asked): Promise<Secretaryship | null> {
  await kit.allow({ organizationId });
  const held = (await kit.rows(secretaryshipList).get(postId))?.held ?? null;
  const isOurs = held?.organizationId === organizationId && leads(subjectOf(kit, organizationId), 'community');
  return isOurs ? held : null;
}

const filePersonalMatters = useCase(operations.filePersonalMatters, async ({ filedOn, ...asked }, kit) => {
  const held = await secretaryship(kit, asked);
  return kit.handle(oversightStream, asked.postId, { type: 'FilePersonalMatters', held, filedOn, at: kit.call.now, byId: actorOf(kit).id });
});

const recordAudit = useCase(operations.recordAudit, async ({ auditedOn, ...asked }, kit) => {
  const held = await secretaryship(kit, asked);
  const term = await kit.rows(termList).get(asked.organizationId);
  return kit.handle(oversightStream, asked.postId, {
    type: 'RecordAudit',
    held,
    auditedOn,
    occasions: held === null ? [] : occasionsOf(held, term),
    windowDays: windowDays(kit, asked.organizationId),
    at: kit.call.now,
    byId: actorOf(kit).id,
  });
});

interface Standing {
  readonly held: Secretaryship;
  readonly filed: boolean;
  /** The occasion that waits for an audit. */
  readonly owed: AuditWindow | undefined;
}

/** How the secretaries of some communities stand today, those who have left while an audit waits for them included. */
export async function standingsOf(kit: Kit, communityIds: readonly string[]): Promise<readonly Standing[]> {
  const day = today(kit);
  const found: Standing[] = [];
  for (const some of portions(communityIds, chunk)) {
    const where = [{ field: 'organizationId', in: some }];
    const [rows, terms] = await Promise.all([
      allRows((start) => kit.rows(secretaryshipList).query({ where, limit: 1000, ...start })),
      kit.rows(termList).getMany(some),
    ]);
    for (const row of rows) {
      const standing = standingOf(row, terms.get(row.organizationId));
      if (standing !== null && (standing.held.leftOn === null || standing.owed !== undefined)) found.push(standing);
    }
  }
  return found;

  function standingOf({ held, years, audits }: SecretaryshipRow, term: TermListRow | undefined): Standing | null {
    if (held === null || held.fromOn > day) return null;
    const windows = occasionsOf(held, term).map((occasion) => windowOf(occasion, windowDays(kit, held.organizationId)));
    return { held, filed: years.includes(day.slice(0, 4)), owed: owedOn(windows, audits, day) };
  }
}

type Scope = Pick<z.output<typeof operations.oversightReport.input>, 'organizationId' | 'view'>;

async function standingsIn(kit: Kit, asked: Scope): Promise<readonly Standing[]> {
  const communities = await communitiesThen(kit, asked, { asOf: today(kit), knownAt: endOfTime });
  return standingsOf(kit, communities.map(idOf));
}

const figuresOf = (day: string): Readonly<Record<(typeof operations.oversightFigures)[number], (standing: Standing) => boolean>> => ({
  secretaries: ({ held }) => held.leftOn === null,
  filed: ({ held, filed }) => held.leftOn === null && filed,
  unfiled: ({ held, filed }) => held.leftOn === null && !filed,
  auditDue: ({ owed }) => owed !== undefined && day <= owed.untilOn,
  auditMissing: ({ owed }) => owed !== undefined && day > owed.untilOn,
});

const lag = (kit: Kit): number => Math.max(kit.rows(secretaryshipList).lagSeconds(), kit.rows(termList).lagSeconds());

const oversightReport = answer(operations.oversightReport, async (asked, kit) => {
  await kit.allow({ organizationId: asked.organizationId });
  const day = today(kit);
  const standings = await standingsIn(kit, asked);
  const of = figuresOf(day);
  const count = (figure: keyof typeof of) => standings.filter(of[figure]).length;
  const reports = { secretaries: count('secretaries'), filed: count('filed'), unfiled: count('unfiled') };
  return { year: day.slice(0, 4), ...reports, auditDue: count('auditDue'), auditMissing: count('auditMissing'), lagSeconds: lag(kit) };
});

const oversightReportRows = answer(operations.oversightReportRows, async ({ figure, limit, cursor, ...asked }, kit) => {
  await kit.allow({ organizationId: asked.organizationId });
  const standings = (await standingsIn(kit, asked)).filter(figuresOf(today(kit))[figure]);
  const { page, ...rest } = pageInMemory(standings, ({ held }) => held.postId, limit, cursor);
  const items = page.map(({ held, filed, owed }) => ({
    ...held,
    organizationName: nameIn(kit.treeNow, held.organizationId),
    filed,
    audit: owed === undefined ? null : { occasion: owed.code, on: owed.on, fromOn: owed.fromOn, untilOn: owed.untilOn },
    warnings: owed === undefined ? [] : ['AUDIT_DUE'],
  }));
  return { items, ...rest, lagSeconds: lag(kit) };
});

export const oversightUseCases = [filePersonalMatters, recordAudit, oversightReport, oversightReportRows];
