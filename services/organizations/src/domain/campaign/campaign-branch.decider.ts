import type { CampaignBranchEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/campaignbranch_events.ts';
import { assertNever, ensure, type Decider, type EventOf } from '@zhitong/kernel';
import { isMissed, turnOf, type Owed } from '../quota/owed.ts';
import type { CampaignWindow } from './campaign.decider.ts';

export type CampaignBranchEvent = EventOf<CampaignBranchEvents>;

interface About {
  readonly campaignId: string;
  /** The branch. */
  readonly organizationId: string;
}
export interface TagMeeting extends About {
  readonly type: 'TagMeeting';
  readonly meetingId: string;
  /** Null while it is only planned. */
  readonly heldOn: string | null;
  readonly window: CampaignWindow;
  readonly byId: string;
}
export interface CloseCampaign extends About {
  readonly type: 'CloseCampaign';
  readonly scheduledAt: string;
  readonly at: string;
}
export type CampaignBranchCommand = TagMeeting | CloseCampaign;

/** By the ids of its meetings: one is enough. */
type CampaignBranch = Owed<string>;
const one = (meetingIds: readonly string[]): boolean => meetingIds.length >= 1;

const about = ({ campaignId, organizationId }: About) => ({ campaignId, organizationId });

function tag(branch: CampaignBranch, command: TagMeeting): readonly CampaignBranchEvent[] {
  const { meetingId, heldOn, window, byId } = command;
  if (branch.facts.includes(meetingId)) return [];
  ensure(heldOn !== null, 'STATE_NOT_ALLOWED', 'Only a meeting that was held belongs to a campaign.');
  const { fromOn, untilOn } = window;
  ensure(fromOn <= heldOn && heldOn <= untilOn, 'CAMPAIGN_DAYS', 'The meeting was not held within the days of the campaign.', { heldOn, fromOn, untilOn });
  const meeting = { ...about(command), meetingId, heldOn };
  const tagged: CampaignBranchEvent = { type: 'CampaignMeetingTagged', data: { ...meeting, taggedById: byId } };
  return turnOf(branch, meetingId, one) === null ? [tagged] : [tagged, { type: 'CampaignDone', data: meeting }];
}

function close(branch: CampaignBranch, command: CloseCampaign): readonly CampaignBranchEvent[] {
  return isMissed(branch, command, one) ? [{ type: 'CampaignMissed', data: { ...about(command), scheduledAt: command.scheduledAt } }] : [];
}

/** One branch in one campaign (ORG-44): `open -> done | missed`, `missed -> done` by a late entry. */
export const campaignBranchDecider: Decider<CampaignBranch, CampaignBranchCommand, CampaignBranchEvent> = {
  initial: { status: 'open', facts: [] },
  decide(branch, command) {
    switch (command.type) {
      case 'TagMeeting':
        return tag(branch, command);
      case 'CloseCampaign':
        return close(branch, command);
      default:
        return assertNever(command);
    }
  },
  evolve(branch, { type, data }) {
    switch (type) {
      case 'CampaignMeetingTagged':
        return { ...branch, facts: [...branch.facts, data.meetingId] };
      case 'CampaignDone':
        return { ...branch, status: 'met' };
      case 'CampaignMissed':
        return { ...branch, status: 'missed' };
      default:
        return assertNever(type);
    }
  },
};
