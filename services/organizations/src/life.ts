import type { UseCase } from '@zhitong/platform';
import { campaignUseCases } from './application/campaigns.ts';
import { talksAndLectures } from './application/talks-and-lectures.ts';
import { yearlyDutyQueries } from './application/yearly-duties.ts';
import { campaignBranchStream, campaignStream } from './domain/campaign/campaign.stream.ts';
import { lectureStream } from './domain/lecture/lecture.stream.ts';
import { talkStream } from './domain/talk/talk.stream.ts';
import { campaignEnd } from './policies/campaign-end.deadline.ts';
import { campaignBranches } from './projections/campaign-branches.projection.ts';
import { campaignList } from './projections/campaign-list.projection.ts';
import { lectureList } from './projections/lecture-list.projection.ts';
import { talkList } from './projections/talk-list.projection.ts';

/** Organization life beside the meetings: talks, lectures and what is owed of them in a year, campaigns by branch (ORG-41, ORG-43, ORG-44). */
export const lifeStreams = [talkStream, lectureStream, campaignStream, campaignBranchStream] as const;
export const lifeProjections = [talkList, lectureList, campaignList, campaignBranches] as const;
export const lifeDeadlines = [campaignEnd] as const;
export const lifeUseCases: readonly UseCase[] = [...talksAndLectures, ...yearlyDutyQueries, ...campaignUseCases];
