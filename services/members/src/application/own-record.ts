import { exportMyRecord, myRecord, whoLookedAtMe } from '@zhitong/catalogue/operations/own-record.ts';
import { allRows } from '@zhitong/eventing';
import { answer, type Kit, type UseCase } from '@zhitong/platform';
import { partyAge } from '../domain/member/membership.ts';
import { memberFlags } from '../projections/member-flags.projection.ts';
import { memberHistory } from '../projections/member-history.projection.ts';
import { memberList } from '../projections/member-list.projection.ts';
import { objectionList } from '../projections/objection-list.projection.ts';
import { transferList } from '../projections/transfer-list.projection.ts';
import { maskCitizenNumber } from '../vault/masking.ts';
import type { LookRow } from '../vault/vault.store.ts';
import type { Vault } from '../vault/vault.ts';
import { withMasks } from './member-queries.ts';
import { withTexts } from './objections.ts';
import { caller, todayOf } from './persons.ts';
import { ownRow } from './transfer-queries.ts';

async function self(kit: Kit): Promise<string> {
  const { personId } = caller(kit);
  await kit.allow({ personId });
  return personId;
}

async function ownRecord(vault: Vault, kit: Kit, personId: string) {
  const [identity, row] = await Promise.all([vault.own(personId), kit.rows(memberList).get(personId)]);
  const [member] = row === undefined ? [] : await withMasks(vault, kit, [row]);
  const { name, citizenNumber, birthDate, phone, address } = identity;
  return {
    personId,
    name,
    birthDate,
    citizenNumberMasked: maskCitizenNumber(citizenNumber),
    member,
    phone,
    address,
    partyAge: partyAge(row?.fullFromOn, todayOf(kit)),
  };
}

const lookOf = ({ at, byPersonId, byOrganizationId, fields, reason }: LookRow) => ({
  at,
  byPersonId,
  byOrganizationId,
  fields: [...fields],
  reason,
});

/** What is kept about one person is exported whole. */
const pageSize = 1000;

export const ownRecordUseCases = (vault: Vault): readonly UseCase[] => [
  answer(myRecord, async (_input, kit) => ownRecord(vault, kit, await self(kit))),
  answer(whoLookedAtMe, async ({ limit, cursor }, kit) => {
    const personId = await self(kit);
    const [page, { count, more }] = await Promise.all([vault.looksAt(personId, limit, cursor), vault.countLooks(personId)]);
    return { items: page.items.map(lookOf), next: page.next, total: count, totalMore: more, lagSeconds: 0 };
  }),
  answer(exportMyRecord, async (_input, kit) => {
    const personId = await self(kit);
    await kit.audit({ personIds: [], fields: ['record'], purpose: 'ownExport' });
    const mine = [{ field: 'personId', eq: personId }] as const;
    const [record, identity, held, history, transfers, looks, objections] = await Promise.all([
      ownRecord(vault, kit, personId),
      vault.own(personId),
      kit.rows(memberFlags).get(personId),
      allRows((start) => kit.rows(memberHistory).query({ where: mine, limit: pageSize, orderBy: { field: 'version', direction: 'asc' }, ...start })),
      allRows((start) => kit.rows(transferList).query({ where: mine, limit: pageSize, orderBy: { field: 'requestedOn', direction: 'asc' }, ...start })),
      allRows(({ cursor }) => vault.looksAt(personId, pageSize, cursor)),
      allRows((start) => kit.rows(objectionList).query({ where: mine, limit: pageSize, orderBy: { field: 'raisedAt', direction: 'asc' }, ...start })),
    ]);
    return {
      record: { ...record, citizenNumber: identity.citizenNumber },
      flags: [...(held?.flags ?? [])],
      history,
      transfers: transfers.map((row) => ownRow(row, todayOf(kit))),
      looks: looks.map(lookOf),
      objections: await withTexts(kit, objections),
    };
  }),
];
