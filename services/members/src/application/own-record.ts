import { exportMyRecord, myRecord, whoLookedAtMe } from '@zhitong/catalogue/operations/members.ts';
import { answer, type Kit, type UseCase } from '@zhitong/platform';
import { partyAge } from '../domain/member/membership.ts';
import { memberHistory } from '../projections/member-history.projection.ts';
import { memberList } from '../projections/member-list.projection.ts';
import { maskCitizenNumber } from '../vault/masking.ts';
import type { LookRow } from '../vault/vault.store.ts';
import type { Vault } from '../vault/vault.ts';
import { withMasks } from './member-queries.ts';
import { caller, todayOf } from './persons.ts';

async function self(kit: Kit): Promise<string> {
  const { personId } = caller(kit);
  await kit.allow({ personId });
  return personId;
}

async function ownRecord(vault: Vault, kit: Kit, personId: string) {
  const [identity, row] = await Promise.all([vault.own(personId), kit.rows(memberList).get(personId)]);
  const [member] = row === undefined ? [] : await withMasks(vault, kit, [row]);
  const { name, citizenNumber, birthDate, phone, address } = identity;
  const age = partyAge(row?.fullFromOn, todayOf(kit));
  return {
    personId,
    name,
    birthDate,
    citizenNumberMasked: maskCitizenNumber(citizenNumber),
    ...(member === undefined ? {} : { member }),
    ...(phone === undefined ? {} : { phone }),
    ...(address === undefined ? {} : { address }),
    ...(age === undefined ? {} : { partyAge: age }),
  };
}

const lookOf = ({ at, byPersonId, byOrganizationId, fields, reason }: LookRow) => ({
  at,
  byPersonId,
  fields: [...fields],
  reason,
  ...(byOrganizationId === undefined ? {} : { byOrganizationId }),
});

export const ownRecordUseCases = (vault: Vault): readonly UseCase[] => [
  answer(myRecord, async (_input, kit) => ownRecord(vault, kit, await self(kit))),
  answer(whoLookedAtMe, async ({ limit, cursor }, kit) => {
    const personId = await self(kit);
    const [page, { count, more }] = await Promise.all([vault.looksAt(personId, limit, cursor), vault.countLooks(personId)]);
    return { items: page.items.map(lookOf), total: count, totalMore: more, lagSeconds: 0, ...(page.next === undefined ? {} : { next: page.next }) };
  }),
  answer(exportMyRecord, async (_input, kit) => {
    const personId = await self(kit);
    const [record, identity, history, looks] = await Promise.all([
      ownRecord(vault, kit, personId),
      vault.own(personId),
      kit.rows(memberHistory).query({ where: [{ field: 'personId', eq: personId }], limit: 1000, orderBy: { field: 'version', direction: 'asc' } }),
      vault.looksAt(personId, 1000),
    ]);
    return { record: { ...record, citizenNumber: identity.citizenNumber }, history: [...history.items], looks: looks.items.map(lookOf) };
  }),
];
