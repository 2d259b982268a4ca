import type { UseCase } from '@zhitong/platform';
import { campaignUseCases } from './application/campaigns.ts';
import { leaderUseCases } from './application/leaders.ts';
import { talksAndLectures } from './application/talks-and-lectures.ts';
import { yearlyDutyQueries } from './application/yearly-duties.ts';
import { campaignBranchStream, campaignStream } from './domain/campaign/campaign.stream.ts';
import { leaderLifeStream, leaderStream } from './domain/leader/leader.stream.ts';
import { lectureStream } from './domain/lecture/lecture.stream.ts';
import { talkStream } from './domain/talk/talk.stream.ts';
import { campaignEnd } from './policies/campaign-end.deadline.ts';
import { leaderYear } from './policies/leader-year.deadline.ts';
import { whenLeaderTakesPartThenNoteLife } from './policies/when-leader-takes-part-then-note-life.policy.ts';
import { campaignBranches } from './projections/campaign-branches.projection.ts';
import { campaignList } from './projections/campaign-list.projection.ts';
import { leaderList, leaderYears } from './projections/leader-list.projection.ts';
import { lectureList } from './projections/lecture-list.projection.ts';
import { talkList } from './projections/talk-list.projection.ts';

/** Organization life beside the meetings: talks, lectures and what is owed of them in a year, campaigns by branch, leaders in their own branch (ORG-41 to ORG-44). */
export const lifeStreams = [talkStream, lectureStream, campaignStream, campaignBranchStream, leaderStream, leaderLifeStream] as const;
export const lifeProjections = [talkList, lectureList, campaignList, campaignBranches, leaderList, leaderYears] as const;
export const lifePolicies = [whenLeaderTakesPartThenNoteLife] as const;
export const lifeDeadlines = [campaignEnd, leaderYear] as const;
export const lifeUseCases: readonly UseCase[] = [...talksAndLectures, ...yearlyDutyQueries, ...campaignUseCases, ...leaderUseCases];
