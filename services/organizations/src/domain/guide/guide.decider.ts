import type { Level } from '@zhitong/catalogue';
import type { GuideEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/guide_events.ts';
import { addDays, assertNever, ensure, shanghaiDate, type DataOf, type Decider, type EventOf } from '@zhitong/kernel';
import { quarterNamed, quarterOf } from '../quota/period.ts';

export type GuideEvent = EventOf<GuideEvents>;

interface About {
  readonly quarter: string;
  readonly at: string;
}
export interface IssueGuide extends About {
  readonly type: 'IssueGuide';
  readonly directiveId: string;
  readonly issuer: { readonly id: string; readonly level: Level; readonly leadsPlace: boolean };
  readonly topicCodes: readonly string[];
  /** Whether it reaches every branch below its issuer and nobody else. */
  readonly toAllBranches: boolean;
  /** Last day of the quarter on which the city's is in time. */
  readonly issueDay: number;
  readonly byId: string;
}
export type GuideCommand =
  | IssueGuide
  | ({ readonly type: 'WithdrawGuide'; readonly directiveId: string } & About)
  /** The clock says that the quarter is over. */
  | ({ readonly type: 'ExpireGuides' } & About);

export interface Guide {
  readonly directiveId: string;
  readonly issuerId: string;
  readonly supplement: boolean;
  readonly topicCodes: readonly string[];
  readonly issuedOn: string;
}
/** The guides of one quarter that were not withdrawn; ended: the quarter is over. */
export interface QuarterGuides {
  readonly guides: readonly Guide[];
  readonly ended: boolean;
}

/** The day until which the city's guide of a quarter is in time. */
export const guideDueOn = (quarter: string, issueDay: number): string => addDays(quarterNamed(quarter).firstOn, issueDay - 1);

/** Guides that meetings held on a day of their quarter cite: those issued by then. */
export const inForceOn = ({ guides }: QuarterGuides, date: string): readonly Guide[] => guides.filter(({ issuedOn }) => issuedOn <= date);

function ensureQuarter(quarter: string, today: string): void {
  const { firstOn, lastOn } = quarterNamed(quarter);
  const opensOn = quarterOf(addDays(firstOn, -1)).firstOn;
  ensure(opensOn <= today && today <= lastOn, 'GUIDE_QUARTER', 'A guide is issued in its quarter or in the one before.', { quarter, opensOn, lastOn });
}

function issue({ guides }: QuarterGuides, command: IssueGuide): readonly GuideEvent[] {
  const { quarter, directiveId, issuer, topicCodes, issueDay, byId } = command;
  if (guides.some((guide) => guide.directiveId === directiveId)) return [];
  const issuedOn = shanghaiDate(command.at);
  const { level } = issuer;
  ensure(issuer.leadsPlace && (level === 'city' || level === 'district'), 'GUIDE_BY_CITY', 'The city issues the guide, a district one supplement.', { level });
  ensureQuarter(quarter, issuedOn);
  ensure(command.toAllBranches, 'GUIDE_TO_ALL_BRANCHES', 'A guide goes to every branch below its issuer, and to nobody else.');
  const before = guides.find(({ issuerId }) => issuerId === issuer.id)?.directiveId ?? null;
  ensure(before === null, 'GUIDE_EXISTS', 'This issuer has given its guide for the quarter.', { directiveId: before });
  const supplementsDirectiveId = level === 'city' ? undefined : guides.find(({ supplement }) => !supplement)?.directiveId;
  ensure(level === 'city' || supplementsDirectiveId !== undefined, 'GUIDE_MISSING', 'There is no guide of the city to add to.', { quarter });
  const warnings = level === 'city' && issuedOn > guideDueOn(quarter, issueDay) ? ['GUIDE_LATE'] : [];
  const data = { quarterCode: quarter, directiveId, issuerId: issuer.id, supplementsDirectiveId, topicCodes: [...new Set(topicCodes)] };
  return [{ type: 'TopicGuideIssued', data: { ...data, issuedOn, issuedById: byId, warnings } }];
}

function decide(state: QuarterGuides, command: GuideCommand): readonly GuideEvent[] {
  const { quarter: quarterCode, at } = command;
  switch (command.type) {
    case 'IssueGuide':
      return issue(state, command);
    case 'WithdrawGuide': {
      const { directiveId } = command;
      if (state.ended || !state.guides.some((guide) => guide.directiveId === directiveId)) return [];
      return [{ type: 'TopicGuideWithdrawn', data: { quarterCode, directiveId, withdrawnOn: shanghaiDate(at) } }];
    }
    case 'ExpireGuides': {
      const { lastOn } = quarterNamed(quarterCode);
      if (state.ended || state.guides.length === 0 || shanghaiDate(at) <= lastOn) return [];
      return [{ type: 'TopicGuideExpired', data: { quarterCode, directiveIds: state.guides.map(({ directiveId }) => directiveId), lastOn } }];
    }
    default:
      return assertNever(command);
  }
}

const guideOf = ({ directiveId, issuerId, supplementsDirectiveId, topicCodes, issuedOn }: DataOf<GuideEvent, 'TopicGuideIssued'>): Guide => ({
  directiveId,
  issuerId,
  supplement: supplementsDirectiveId !== undefined,
  topicCodes,
  issuedOn,
});

/** The topic guides 主题内容指引 of one quarter (LINK-12): the city's, one supplement of each district, over with the quarter. */
export const guideDecider: Decider<QuarterGuides, GuideCommand, GuideEvent> = {
  initial: { guides: [], ended: false },
  decide,
  evolve(state, { type, data }) {
    switch (type) {
      case 'TopicGuideIssued':
        return { ...state, guides: [...state.guides, guideOf(data)] };
      case 'TopicGuideWithdrawn':
        return { ...state, guides: state.guides.filter(({ directiveId }) => directiveId !== data.directiveId) };
      case 'TopicGuideExpired':
        return { ...state, ended: true };
      default:
        return assertNever(type);
    }
  },
};
