import { isWorking, type JointActionKind } from '@zhitong/catalogue';
import type { JointActionEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/jointaction_events.ts';
import { ensure, ensureFiled, type Decider, type EventOf, type Filing } from '@zhitong/kernel';
import { leads, type Subject } from '../facts/attributes.ts';

export type JointActionEvent = EventOf<JointActionEvents>;

type Side = Pick<Subject, 'level' | 'leadsPlace' | 'state'> & { readonly id: string };
export interface RecordJointAction {
  readonly type: 'RecordJointAction';
  readonly actionId: string;
  readonly host: Side;
  readonly partners: readonly Side[];
  readonly kind: JointActionKind;
  readonly heldOn: string;
  readonly filing: Filing;
  readonly byId: string;
}

const isTerritorial = (side: Side): boolean => leads(side, 'street') || leads(side, 'community');

/** ORG-27: a street or a community together with others, whichever of them held it. */
function decide(recorded: boolean, command: RecordJointAction): readonly JointActionEvent[] {
  if (recorded) return [];
  const { actionId, host, partners, kind, heldOn, filing, byId } = command;
  for (const { id, state } of [host, ...partners])
    ensure(isWorking(state), 'STATE_NOT_ALLOWED', 'The organization is not active.', { organizationId: id, state });
  const partnerIds = [...new Set(partners.map(({ id }) => id))];
  const sides = !partnerIds.includes(host.id) && (isTerritorial(host) || partners.every(isTerritorial));
  ensure(sides, 'JOINT_WORK_SIDES', 'Joint work is done by the organization of a street or a community together with others.');
  ensureFiled(heldOn, filing);
  const data = { actionId, organizationId: host.id, partnerIds, kindCode: kind, heldOn, recordedById: byId, lateReasonRef: filing.reasonRef };
  return [{ type: 'JointActionRecorded', data }];
}

/** One joint action (ORG-27). */
export const jointActionDecider: Decider<boolean, RecordJointAction, JointActionEvent> = { initial: false, decide, evolve: () => true };
