import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineDeadline, drop, fromEvery, ignore, intend, put, type Change, type Changes, type DueRow, type Recorded } from '@zhitong/eventing';
import type { ServiceEnv, TreeView } from '@zhitong/platform';
import type { MemberEvent } from '../domain/member/member-event.ts';
import { above } from '../application/organizations.ts';
import { memberStream } from '../domain/member/member.stream.ts';
import { after, letterTicks, tickKinds, type Tick } from '../domain/member/transfer-clock.ts';
import { transferList } from '../projections/transfer-list.projection.ts';

/** One moment of one transfer; the decider knows what is due by then. */
export interface TransferDue extends DueRow {
  readonly personId: string;
  readonly transferId: string;
}

interface Concerned {
  readonly personId: string;
  readonly transferId: string;
}

const keyOf = (transferId: string, kind: Tick['kind']) => `${transferId}.${kind}`;

/** Exactly these ticks from now on: everything else of the transfer is dropped. */
function only({ personId, transferId }: Concerned, ticks: readonly Tick[]): readonly Change<TransferDue>[] {
  return tickKinds.map((kind) => {
    const tick = ticks.find((one) => one.kind === kind);
    const key = keyOf(transferId, kind);
    return tick === undefined ? drop(key) : put(key, { dueAt: tick.dueAt, personId, transferId });
  });
}

/** The moments that follow from a fact alone; inside or outside, the decider lets the wrong ones pass. */
export function duesAfter(event: Recorded<MemberEvent>): Changes<TransferDue> {
  switch (event.type) {
    case 'TransferBranchConfirmed':
      return only(event.data, [{ kind: 'approve', dueAt: after(event.data.approveDueOn) }]);
    case 'LetterIssued':
    case 'LetterReissued': {
      const letter = { ...event.data, number: event.data.letterNumber };
      return only(event.data, [...letterTicks(letter, true), ...letterTicks(letter, false).filter(({ kind }) => kind !== 'expiry')]);
    }
    case 'TransferAccepted':
      return only(event.data, [{ kind: 'lapse', dueAt: after(event.data.lapseDueOn) }]);
    case 'TransferReturned':
    case 'LetterExpired':
      return only(event.data, [{ kind: 'back', dueAt: after(event.data.backDueOn) }]);
    case 'BranchAssigned':
      return event.data.transferId === undefined ? ignore() : only({ personId: event.data.personId, transferId: event.data.transferId }, []);
    case 'TransferAppealed':
      return only(event.data, [{ kind: 'appeal', dueAt: after(event.data.decideDueOn) }]);
    case 'TransferAppealDecided': {
      const { approveDueOn } = event.data;
      return only(event.data, approveDueOn === undefined ? [] : [{ kind: 'approve', dueAt: after(approveDueOn) }]);
    }
    case 'TransferRefused':
    case 'TransferWithdrawn':
    case 'TransferLapsed':
    case 'TransferEnded':
      return only(event.data, []);
    default:
      return ignore();
  }
}

/** Nearest organization department 组织部: of the district, else of the city. */
const departmentOf = (tree: TreeView, organizationId: string): string =>
  [...tree.path(organizationId, 'line')].reverse().find((id) => ['district', 'city'].includes(tree.node(id)?.level ?? '')) ?? organizationId;

/** Everything the clock does to transfers: reminders, mediation, escalation, expiry, lapse (8.1). */
export const transferClock = defineDeadline<TransferDue, ServiceEnv>({
  name: 'transfer-clock',
  version: 1,
  sources: [fromEvery<MemberEvent>(aggregates.members.member)<TransferDue, ServiceEnv>(duesAfter)],
  expects: [],
  async fire({ personId, transferId }, now, env) {
    const row = await env.rows(transferList).get(transferId);
    if (row === undefined) throw new Error(`${transferId} is due but not listed yet`);
    const tree = env.tree.current();
    const { transfer } = row;
    const [sender, receiver] = [row.fromCommitteeId ?? row.toCommitteeId ?? '', row.toCommitteeId ?? row.fromCommitteeId ?? ''];
    const late = transfer.step === 'appealed' ? transfer.upperId : sender;
    return [
      intend(memberStream, personId, {
        type: 'TickTransfer',
        personId,
        transferId,
        at: now,
        upperId: above(tree, late) ?? late,
        departmentId: departmentOf(tree, receiver),
      }),
    ];
  },
});
