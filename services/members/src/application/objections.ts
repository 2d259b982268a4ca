import { answerObjection, correctMyContact, myObjections, openObjections, raiseObjection } from '@zhitong/catalogue/operations/objections.ts';
import { pages } from '@zhitong/eventing';
import { ensure } from '@zhitong/kernel';
import { answer, listed, useCase, type Kit, type UseCase } from '@zhitong/platform';
import { objectionsStream } from '../domain/objections/objections.stream.ts';
import { memberList } from '../projections/member-list.projection.ts';
import { objectionList, type ObjectionRow } from '../projections/objection-list.projection.ts';
import type { Vault } from '../vault/vault.ts';
import { allowedMember, caller, stamp } from './persons.ts';

/** Rows with their words, which are gone with the key of an erased person. */
export async function withTexts(kit: Kit, rows: readonly ObjectionRow[]) {
  const texts = await kit.content.openMany(rows.flatMap(({ textRef, reasonRef }) => [textRef, reasonRef ?? []].flat()));
  return rows.map(({ objectionId, personId, field, state, raisedAt, textRef, reasonRef = '', outcome, answeredAt }) => {
    return { objectionId, personId, field, state, raisedAt, text: texts.get(textRef), reason: texts.get(reasonRef), outcome, answeredAt };
  });
}

const ofPerson = (vault: Vault): readonly UseCase[] => [
  useCase(correctMyContact, async ({ phone, address }, kit) => {
    const { personId } = caller(kit);
    await kit.allow({ personId });
    const change = { ...(phone === undefined ? {} : { phone }), ...(address === undefined ? {} : { address }) };
    const fields = (['phone', 'address'] as const).filter((field) => field in change);
    ensure(fields.length > 0, 'VALIDATION_FAILED', 'There is nothing to correct.');
    const command = { type: 'CorrectContact', ...stamp(kit, personId), fields } as const;
    if (!(await kit.rehearse(objectionsStream, personId, command))) await vault.correct(personId, change);
    return kit.handle(objectionsStream, personId, command);
  }),
  useCase(raiseObjection, async ({ field, text }, kit) => {
    const { personId } = caller(kit);
    await kit.allow({ personId });
    const objectionId = kit.newId('obj');
    const textRef = await kit.content.seal({ personId }, 'objection', text);
    return kit.handle(objectionsStream, personId, { type: 'RaiseObjection', ...stamp(kit, personId), objectionId, field, textRef }, { receiptId: objectionId });
  }),
  answer(myObjections, async ({ limit, cursor }, kit) => {
    const { personId } = caller(kit);
    await kit.allow({ personId });
    const where = [{ field: 'personId', eq: personId }];
    const { items, ...rest } = await listed(kit.rows(objectionList), { where, orderBy: { field: 'raisedAt', direction: 'desc' }, limit, cursor });
    return { items: await withTexts(kit, items), ...rest };
  }),
];

/** Where a row stands in the list, oldest first. */
const placeOf = ({ raisedAt, objectionId }: ObjectionRow): string => `${raisedAt}|${objectionId}`;

/** In a city few are open at a time. All of them are looked through, so that a cursor, or a total, tells nothing of those of others. */
async function openBelow(kit: Kit, organizationId: string): Promise<readonly ObjectionRow[]> {
  const inside = (id: string) => kit.mayRead(id) && (kit.treeNow.within(organizationId, id, 'line') || kit.treeNow.within(organizationId, id, 'place'));
  const query = { where: [{ field: 'state', eq: 'open' }], orderBy: { field: 'raisedAt', direction: 'asc' }, limit: 500 } as const;
  const found: ObjectionRow[] = [];
  for await (const rows of pages((start) => kit.rows(objectionList).query({ ...query, ...start }))) {
    const homes = await kit.rows(memberList).getMany(rows.map(({ personId }) => personId));
    found.push(...rows.filter(({ personId }) => inside(homes.get(personId)?.branchId ?? '')));
  }
  return found;
}

const ofOfficers: readonly UseCase[] = [
  answer(openObjections, async ({ organizationId, limit, cursor }, kit) => {
    await kit.allow({ organizationId });
    const open = await openBelow(kit, organizationId);
    const rest = open.filter((row) => cursor === undefined || placeOf(row) > cursor);
    const shown = rest.slice(0, limit);
    const last = shown.at(-1);
    const next = last !== undefined && rest.length > limit ? placeOf(last) : undefined;
    return { items: await withTexts(kit, shown), next, total: open.length, totalMore: false, lagSeconds: kit.rows(objectionList).lagSeconds() };
  }),
  useCase(answerObjection, async ({ personId, objectionId, outcome, reason }, kit) => {
    await allowedMember(kit, personId);
    const reasonRef = await kit.content.seal({ personId }, `answer.${objectionId}`, reason);
    const command = { type: 'AnswerObjection', ...stamp(kit, personId), objectionId, outcome, reasonRef, byPersonId: caller(kit).personId } as const;
    return kit.handle(objectionsStream, personId, command, { receiptId: objectionId });
  }),
];

export const objectionUseCases = (vault: Vault): readonly UseCase[] => [...ofPerson(vault), ...ofOfficers];
