import { addDays } from '@zhitong/kernel';
import { randomOf } from '@zhitong/seed';
import { checkDays } from '../calendar.ts';
import { byReach, sumsOver, type Branch, type District } from '../district.ts';
import type { Act, Part } from '../part.ts';

/** A full member who changes the branch within the district. */
export interface Move {
  readonly personId: string;
  readonly from: Branch;
  readonly to: Branch;
  /** Day on which the transfer is asked for; each step takes one more. */
  readonly on: string;
}

const monthsOfMoves = ['02', '03', '05', '06', '08', '09', '11'];
/** The fifth step: the branch confirms that the member has come. */
const arrivesAfter = 4;

/** Between branches of different committees; nobody moves twice, and no secretary. */
export function planMoves({ branches }: District, year: number, seed: number): readonly Move[] {
  const random = randomOf(seed, 'moves');
  const moving = new Set<string>();
  return monthsOfMoves.flatMap((month) => {
    const able = branches.filter(({ committeeId, fullIds }) => committeeId !== undefined && fullIds.length > 4);
    if (able.length === 0) return [];
    const from = random.pick(able);
    const targets = branches.filter(({ committeeId }) => committeeId !== undefined && committeeId !== from.committeeId);
    const personId = from.freeIds.findLast((id) => !moving.has(id));
    if (personId === undefined || targets.length === 0) return [];
    moving.add(personId);
    return [{ personId, from, to: random.pick(targets), on: `${year}-${month}-${random.between(10, 12)}` }];
  });
}

const arrivesOn = ({ on }: Move): string => addDays(on, arrivesAfter);

/** Members of a branch on a day: those of the first day, without who has left, with who has come. */
export function membersOn({ organizationId, memberIds }: Branch, moves: readonly Move[], date: string): number {
  const done = moves.filter((move) => arrivesOn(move) <= date);
  const count = (side: 'from' | 'to') => done.filter((move) => move[side].organizationId === organizationId).length;
  return memberIds.length - count('from') + count('to');
}

function actsOf({ personId, from, to, on }: Move): readonly Act[] {
  let transferId = '';
  const key = `move/${personId}`;
  const steps: readonly (() => Promise<unknown>)[] = [
    async () => {
      const body = { personId, kind: 'withinCity', toCommitteeId: to.committeeId, duesPaidTo: on.slice(0, 7) };
      transferId = (await from.secretary.command('/transfers', body, key)).id;
    },
    () => from.above.command(`/transfers/${transferId}/approve`, {}, key),
    () => to.above.command(`/transfers/${transferId}/accept`, {}, key),
    () => to.above.command(`/transfers/${transferId}/assign-branch`, { branchId: to.organizationId }, key),
    () => to.secretary.command(`/transfers/${transferId}/confirm-arrival`, {}, key),
  ];
  return steps.map((run, index) => ({ on: addDays(on, index), what: `step ${index + 1} of a move`, run }));
}

/** MEM-17 to MEM-20, R-03: a report of members counts along both trees, as far as the asker's reach goes. */
export function movesPart(district: District, moves: readonly Move[], year: number): Part {
  const checks = checkDays(year).flatMap((on) => {
    const homes = [...district.branches.map((branch) => ({ ...branch, members: membersOn(branch, moves, on) })), ...district.guests];
    const sums = sumsOver(homes, ({ members }) => ({ members }), byReach);
    return [...sums].map(([organizationId, { members = 0 }]) => ({
      on,
      who: district.officer,
      path: `/organizations/${organizationId}/member-report`,
      expected: { asOf: on, members, withHome: members },
    }));
  });
  return { acts: moves.flatMap(actsOf), checks };
}
