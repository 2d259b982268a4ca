import type { Level } from '@zhitong/catalogue';
import type { LeaderEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/leader_events.ts';
import { assertNever, ensure, Rejected, shanghaiDate, type Decider, type EventOf } from '@zhitong/kernel';

export type LeaderEvent = EventOf<LeaderEvents>;

interface About {
  readonly personId: string;
  readonly organizationId: string;
  readonly at: string;
  readonly byId: string;
}
export interface ListLeader extends About {
  readonly type: 'ListLeader';
  readonly level: Level;
  /** At home in a branch below. */
  readonly below: boolean;
}
export interface DelistLeader extends About {
  readonly type: 'DelistLeader';
}
export type LeaderCommand = ListLeader | DelistLeader;

/** Whose list somebody is on. */
interface Leader {
  readonly organizationId: string | null;
}

function list({ organizationId: listedBy }: Leader, { personId, organizationId, level, below, at, byId }: ListLeader): readonly LeaderEvent[] {
  if (listedBy === organizationId) return [];
  ensure(level === 'city' || level === 'district', 'LEADERS_BY_DISTRICT', 'The list of leaders is kept by the city or a district.', { level });
  ensure(below, 'NOT_FOUND', 'There is no such member below this organization.');
  ensure(listedBy === null, 'LEADER_LISTED', 'The member is on the list of another organization.');
  return [{ type: 'LeaderListed', data: { personId, organizationId, listedOn: shanghaiDate(at), listedById: byId } }];
}

function delist({ organizationId: listedBy }: Leader, { personId, organizationId, at, byId }: DelistLeader): readonly LeaderEvent[] {
  if (listedBy !== organizationId) throw new Rejected('NOT_FOUND', 'There is no such leader on this list.');
  return [{ type: 'LeaderDelisted', data: { personId, organizationId, delistedOn: shanghaiDate(at), delistedById: byId } }];
}

/** One member on the list of leaders, or not (ORG-42). */
export const leaderDecider: Decider<Leader, LeaderCommand, LeaderEvent> = {
  initial: { organizationId: null },
  decide(leader, command) {
    switch (command.type) {
      case 'ListLeader':
        return list(leader, command);
      case 'DelistLeader':
        return delist(leader, command);
      default:
        return assertNever(command);
    }
  },
  evolve: (_before, { type, data }) => ({ organizationId: type === 'LeaderListed' ? data.organizationId : null }),
};
