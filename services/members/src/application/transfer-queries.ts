import { getTransfer, listTransfers, myTransfers, transferCounts } from '@zhitong/catalogue/operations/transfers.ts';
import { isBranchKind, transferSteps, type TransferStep } from '@zhitong/catalogue';
import type { Condition, Query } from '@zhitong/eventing';
import { daysBetween, ensure } from '@zhitong/kernel';
import { answer, listed, rowsBehind, type Figure, type Kit, type ServiceEnv, type UseCase } from '@zhitong/platform';
import { memberHistory } from '../projections/member-history.projection.ts';
import { transferList, type TransferListRow } from '../projections/transfer-list.projection.ts';
import { caller, todayOf } from './persons.ts';
import { organizationsBelow } from './scoped-members.ts';

/** "第 3 天，时限 10 天": day 1 is the first. */
export function rowWithClock(row: TransferListRow, today: string) {
  const {
    transferId,
    personId,
    kind,
    step,
    fromBranchId,
    fromCommitteeId,
    toCommitteeId,
    toBranchId,
    handsId,
    sinceOn,
    dueOn,
    letterNumber,
    validUntilOn,
    requestedOn,
  } = row;
  return {
    transferId,
    personId,
    kind,
    step,
    sinceOn,
    requestedOn,
    fromBranchId,
    fromCommitteeId,
    toCommitteeId,
    toBranchId,
    handsId,
    dueOn,
    letterNumber,
    validUntil: validUntilOn,
    day: daysBetween(sinceOn, today) + 1,
    overdue: dueOn !== undefined && today > dueOn,
    limitDays: dueOn === undefined ? undefined : daysBetween(sinceOn, dueOn),
  };
}

/** As the member it is about sees it. */
export const ownRow = (row: TransferListRow, today: string) => ({ ...rowWithClock(row, today), appealed: row.transfer.appealRef !== null });

/** Column of the list for a side: a branch and a committee stand in different ones. */
function columnOf(kit: Kit, side: 'sender' | 'receiver' | 'hands', organizationId: string): string {
  if (side === 'hands') return 'handsId';
  const branch = isBranchKind(kit.treeNow.node(organizationId)?.kind ?? 'committee');
  if (side === 'sender') return branch ? 'fromBranchId' : 'fromCommitteeId';
  return branch ? 'toBranchId' : 'toCommitteeId';
}

async function pageOf(kit: Kit, where: readonly Condition[], field: 'requestedOn' | 'dueAt', paging: Pick<Query, 'limit' | 'cursor'>) {
  const orderBy = { field, direction: field === 'dueAt' ? 'asc' : 'desc' } as const;
  const { items, ...rest } = await listed(kit.rows(transferList), { where, orderBy, ...paging });
  return { items: items.map((row) => rowWithClock(row, todayOf(kit))), ...rest };
}

/** Both sides see a transfer, each on the strength of its own scope; everybody else finds nothing. */
async function allowSide(kit: Kit, { fromBranchId, fromCommitteeId, toCommitteeId, toBranchId }: TransferListRow): Promise<void> {
  const sides = [fromBranchId, fromCommitteeId, toCommitteeId, toBranchId].filter((id) => id !== undefined);
  const organizationId = sides.find((id) => kit.mayRead(id)) ?? sides[0];
  ensure(organizationId !== undefined, 'NOT_FOUND', 'There is no such transfer here.');
  await kit.allow({ organizationId });
}

/** What the figure transfer.open counts, or one step of it. */
const inHands = (step: TransferStep | undefined): Figure<TransferListRow, ServiceEnv> => ({
  projection: transferList,
  keyOf: (organizationId) => organizationId,
  amount: step ?? 'open',
  owner: 'handsId',
  where: step === undefined ? [] : [{ field: 'step', eq: step }],
});

export const transferQueries: readonly UseCase[] = [
  answer(listTransfers, async ({ organizationId, side, step, lateness, below, view, limit, cursor }, kit) => {
    await kit.allow({ organizationId });
    if (below === 'true') {
      ensure(side === 'hands' && lateness === 'all', 'VALIDATION_FAILED', 'Below an organization only transfers in hands are listed.', { field: 'below' });
      const { items, ...rest } = await rowsBehind(kit, inHands(step), { organizationId, view, limit, cursor });
      return { items: items.map((row) => rowWithClock(row, todayOf(kit))), ...rest };
    }
    const late = lateness === 'overdue';
    const where: readonly Condition[] = [
      { field: columnOf(kit, side, organizationId), eq: organizationId },
      ...(step === undefined ? [] : [{ field: 'step', eq: step }]),
      ...(late ? [{ field: 'dueAt', gt: '', lt: kit.call.now }] : []),
    ];
    return pageOf(kit, where, late ? 'dueAt' : 'requestedOn', { limit, cursor });
  }),
  answer(myTransfers, async (paging, kit) => {
    const { personId } = caller(kit);
    await kit.allow({ personId });
    const where = [{ field: 'personId', eq: personId }];
    const { items, ...rest } = await listed(kit.rows(transferList), { where, orderBy: { field: 'requestedOn', direction: 'desc' }, ...paging });
    return { items: items.map((row) => ownRow(row, todayOf(kit))), ...rest };
  }),
  answer(getTransfer, async ({ transferId }, kit) => {
    const row = await kit.rows(transferList).get(transferId);
    ensure(row !== undefined, 'NOT_FOUND', 'There is no such transfer here.', { transferId });
    await allowSide(kit, row);
    const { appealRef } = row.transfer;
    const [steps, destination, appealReason] = await Promise.all([
      kit.rows(memberHistory).query({ where: [{ field: 'transferId', eq: transferId }], limit: 200, orderBy: { field: 'version', direction: 'asc' } }),
      row.destinationRef === undefined ? undefined : kit.content.open(row.destinationRef),
      appealRef === null ? undefined : kit.content.open(appealRef),
    ]);
    return {
      ...rowWithClock(row, todayOf(kit)),
      reissued: Math.max(row.letters - 1, 0),
      steps: steps.items.map(({ on, at, type, code, organizationId }) => ({ on, at, type, code, organizationId })),
      duesPaidTo: row.duesPaidTo,
      destination,
      appealed: appealRef !== null,
      appealReason,
    };
  }),
  answer(transferCounts, async ({ organizationId }, kit) => {
    await kit.allow({ organizationId });
    const sums = new Map<string, number>();
    for (const amounts of (await kit.rows(transferList).tallies(organizationsBelow(kit, organizationId))).values()) {
      for (const [step, count] of Object.entries(amounts)) sums.set(step, (sums.get(step) ?? 0) + count);
    }
    const steps = transferSteps.values.flatMap((step) => (sums.has(step) ? [{ step, count: sums.get(step) ?? 0 }] : []));
    return { steps, lagSeconds: kit.rows(transferList).lagSeconds() };
  }),
];
