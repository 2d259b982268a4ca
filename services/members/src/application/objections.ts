import { answerObjection, correctMyContact, myObjections, openObjections, raiseObjection } from '@zhitong/catalogue/operations/objections.ts';
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

/** Pages of open objections one request looks through: in a city few are open at a time. */
const walkedPages = 10;

const ofOfficers: readonly UseCase[] = [
  answer(openObjections, async ({ organizationId, limit, cursor }, kit) => {
    await kit.allow({ organizationId });
    const inside = (id: string) => kit.mayRead(id) && (kit.treeNow.within(organizationId, id, 'line') || kit.treeNow.within(organizationId, id, 'place'));
    const found: ObjectionRow[] = [];
    let next = cursor;
    for (let walked = 0; walked < walkedPages && found.length < limit; walked += 1) {
      const where = [{ field: 'state', eq: 'open' }] as const;
      const page = await kit.rows(objectionList).query({ where, orderBy: { field: 'raisedAt', direction: 'asc' }, limit: limit - found.length, cursor: next });
      const homes = await kit.rows(memberList).getMany(page.items.map(({ personId }) => personId));
      found.push(...page.items.filter(({ personId }) => inside(homes.get(personId)?.branchId ?? '')));
      next = page.next;
      if (next === undefined) break;
    }
    const items = await withTexts(kit, found);
    return { items, next, total: items.length, totalMore: next !== undefined, lagSeconds: kit.rows(objectionList).lagSeconds() };
  }),
  useCase(answerObjection, async ({ personId, objectionId, outcome, reason }, kit) => {
    await allowedMember(kit, personId);
    const reasonRef = await kit.content.seal({ personId }, `answer.${objectionId}`, reason);
    const command = { type: 'AnswerObjection', ...stamp(kit, personId), objectionId, outcome, reasonRef, byPersonId: caller(kit).personId } as const;
    return kit.handle(objectionsStream, personId, command, { receiptId: objectionId });
  }),
];

export const objectionUseCases = (vault: Vault): readonly UseCase[] => [...ofPerson(vault), ...ofOfficers];
