import * as operations from '@zhitong/catalogue/operations/affairs.ts';
import type { AffairType, MotionType } from '@zhitong/catalogue';
import { addDays, Rejected } from '@zhitong/kernel';
import { answer, filingOf, listed, useCase, type Kit } from '@zhitong/platform';
import { knownAffair } from '../domain/affair/affair.decider.ts';
import { affairStream } from '../domain/affair/affair.stream.ts';
import { affairList, type AffairListRow } from '../projections/affair-list.projection.ts';
import { actingOrganization, actorOf, today } from './actor.ts';
import { branchesOf } from './meeting-people.ts';
import { nodeOf } from './organization-rows.ts';

/** The matter as the log has it. */
const affairNow = async (kit: Kit, affairId: string) => knownAffair((await kit.peek(affairStream, affairId)).state);

interface Matter {
  readonly organizationId: string;
  readonly type: AffairType;
  readonly subject: string;
}
async function aboutOf(kit: Kit, affairId: string, { organizationId, type: affair, subject }: Matter) {
  const subjectRef = await kit.content.seal({ organizationId }, 'subject', subject);
  return { affairId, organizationId, organizationState: nodeOf(kit.treeNow, organizationId).state, affair, subjectRef, byId: actorOf(kit).id };
}

const recordConsultation = useCase(operations.recordConsultation, async ({ reason, fromOn, untilOn, asked, opinions, adopted, ...matter }, kit) => {
  const { organizationId } = matter;
  await kit.allow({ organizationId });
  const affairId = kit.newId('aff');
  const filing = await filingOf(kit, { usuallyBy: organizationId, reason, owner: { organizationId } });
  const about = await aboutOf(kit, affairId, matter);
  return kit.handle(affairStream, affairId, { type: 'RecordConsultation', ...about, fromOn, untilOn, asked, opinions, adopted, filing });
});

const publishAffair = useCase(operations.publishAffair, async ({ affairId: known, text, untilOn, ...matter }, kit) => {
  const { organizationId } = matter;
  await kit.allow({ organizationId });
  if (known !== undefined) await affairNow(kit, known);
  const affairId = known ?? kit.newId('aff');
  const textRef = await kit.content.seal({ organizationId }, 'text', text);
  const noticeDays = kit.settings.number('affairs.noticeDays', kit.call.now, organizationId);
  const about = await aboutOf(kit, affairId, matter);
  return kit.handle(affairStream, affairId, { type: 'PublishAffair', ...about, textRef, untilOn, noticeDays, at: kit.call.now });
});

/**
 * Where a member is at home today, and the organizations above; temporary branches themselves (ORG-11). Accepted lag: that of the members'
 * events, seconds.
 */
async function ownOrganizations(kit: Kit, personId: string): Promise<readonly string[]> {
  const branches = await branchesOf(kit, personId, today(kit));
  return branches.flatMap((id) => (kit.treeNow.node(id)?.kind === 'temporaryBranch' ? [id] : kit.treeNow.path(id, 'line')));
}

const objectToAffair = useCase(operations.objectToAffair, async ({ affairId, text }, kit) => {
  const personId = actorOf(kit).id;
  await kit.allow({ personId });
  const { organizationId } = await affairNow(kit, affairId);
  const belongs = (await ownOrganizations(kit, personId)).includes(organizationId);
  const objectionId = kit.newId('obj');
  const textRef = await kit.content.seal({ personId }, 'objection', text);
  const command = { type: 'ObjectToAffair', objectionId, personId, belongs, textRef, at: kit.call.now } as const;
  return kit.handle(affairStream, affairId, command, { receiptId: objectionId });
});

const answerAffairObjection = useCase(operations.answerAffairObjection, async ({ affairId, objectionId, text }, kit) => {
  const { organizationId } = await affairNow(kit, affairId);
  await kit.allow({ organizationId });
  const textRef = await kit.content.seal({ organizationId }, 'answer', text);
  return kit.handle(affairStream, affairId, { type: 'AnswerObjection', objectionId, textRef, at: kit.call.now, byId: actorOf(kit).id });
});

/** Whether a vote of this type needs a consultation, and the matter named has had one by its day (ORG-45). */
export async function consultationFor(kit: Kit, organizationId: string, type: MotionType, day: string, affairId: string | undefined) {
  const needed = kit.settings.list('affairs.consultTypes', day, organizationId).includes(type);
  if (affairId === undefined) return needed ? 'missing' : 'notNeeded';
  const affair = await affairNow(kit, affairId);
  const fits = affair.organizationId === organizationId && affair.affair === type && affair.consultedUntil !== null && affair.consultedUntil <= day;
  return fits ? 'done' : 'missing';
}

const plain = ({ affairId, organizationId, type, subjectRef, publishedOn, untilOn }: AffairListRow, texts: ReadonlyMap<string, string>) => ({
  affairId,
  organizationId,
  type,
  subject: texts.get(subjectRef) ?? '',
  publishedOn,
  untilOn,
});

const listAffairs = answer(operations.listAffairs, async ({ organizationId: asked, type, limit, cursor }, kit) => {
  const organizationId = asked ?? actingOrganization(kit);
  await kit.allow({ organizationId });
  const where = [{ field: 'organizationId', eq: organizationId }, ...(type === undefined ? [] : [{ field: 'type', eq: type }])];
  const { items, ...rest } = await listed(kit.rows(affairList), { where, orderBy: { field: 'lastOn', direction: 'desc' }, limit, cursor });
  const texts = await kit.content.openMany(items.map(({ subjectRef }) => subjectRef));
  return {
    items: items.map((row) => ({
      ...plain(row, texts),
      consultation: row.consultation,
      objections: row.objections.length,
      unanswered: row.objections.filter(({ answerRef }) => answerRef === null).length,
    })),
    ...rest,
  };
});

/** All texts of a matter, by their reference. */
const textsOf = (kit: Kit, rows: readonly AffairListRow[]): Promise<ReadonlyMap<string, string>> =>
  kit.content.openMany(
    rows.flatMap(({ subjectRef, textRef, objections }) =>
      [subjectRef, textRef, ...objections.flatMap((one) => [one.textRef, one.answerRef])].filter((ref) => ref !== null),
    ),
  );

const plainObjection = ({ objectionId, textRef, objectedOn, answerRef }: AffairListRow['objections'][number], texts: ReadonlyMap<string, string>) => ({
  objectionId,
  text: texts.get(textRef) ?? '',
  objectedOn,
  answer: answerRef === null ? null : (texts.get(answerRef) ?? ''),
});

const getAffair = answer(operations.getAffair, async ({ affairId }, kit) => {
  const row = await kit.rows(affairList).get(affairId);
  await kit.allow({ organizationId: row?.organizationId ?? affairId });
  if (row === undefined) throw new Rejected('NOT_FOUND', 'There is no such matter.');
  const texts = await textsOf(kit, [row]);
  const objections = row.objections.map((one) => ({ ...plainObjection(one, texts), personId: one.personId }));
  const text = row.textRef === null ? null : (texts.get(row.textRef) ?? '');
  return { ...plain(row, texts), consultation: row.consultation, text, objections, lagSeconds: kit.rows(affairList).lagSeconds() };
});

/** So long a matter stays among the own ones. */
const ownDays = 60;

const ownAffairs = answer(operations.ownAffairs, async (_input, kit) => {
  const personId = actorOf(kit).id;
  await kit.allow({ personId });
  const from = addDays(today(kit), -ownDays);
  const shown = async (organizationId: string) => {
    const where = [
      { field: 'organizationId', eq: organizationId },
      { field: 'publishedOn', gte: from },
    ];
    return (await kit.rows(affairList).query({ where, orderBy: { field: 'publishedOn', direction: 'desc' }, limit: 50 })).items;
  };
  const found = (await Promise.all((await ownOrganizations(kit, personId)).map(shown))).flat();
  const rows = found.map((row) => ({ ...row, objections: row.objections.filter((one) => one.personId === personId) }));
  const texts = await textsOf(kit, rows);
  return {
    items: rows.map((row) => ({
      ...plain(row, texts),
      text: texts.get(row.textRef ?? '') ?? '',
      open: today(kit) <= (row.untilOn ?? ''),
      objection: row.objections.map((one) => plainObjection(one, texts))[0] ?? null,
    })),
    lagSeconds: kit.rows(affairList).lagSeconds(),
  };
});

export const affairUseCases = [recordConsultation, publishAffair, objectToAffair, answerAffairObjection, listAffairs, getAffair, ownAffairs];
