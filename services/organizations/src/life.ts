import type { UseCase } from '@zhitong/platform';
import { campaignUseCases } from './application/campaigns.ts';
import { participationUseCases } from './application/participation.ts';
import { leaderReports } from './application/leader-report.ts';
import { leaderUseCases } from './application/leaders.ts';
import { talksAndLectures } from './application/talks-and-lectures.ts';
import { yearlyDutyQueries } from './application/yearly-duties.ts';
import { campaignBranchStream, campaignStream } from './domain/campaign/campaign.stream.ts';
import { leaderLifeStream, leaderStream } from './domain/leader/leader.stream.ts';
import { lectureStream } from './domain/lecture/lecture.stream.ts';
import { jointActionStream, participationStream } from './domain/participation/participation.stream.ts';
import { talkStream } from './domain/talk/talk.stream.ts';
import { campaignEnd } from './policies/campaign-end.deadline.ts';
import { leaderYear } from './policies/leader-year.deadline.ts';
import { whenJointWorkIsDoneThenCountParticipation } from './policies/when-joint-work-is-done-then-count-participation.policy.ts';
import { whenLeaderTakesPartThenNoteLife } from './policies/when-leader-takes-part-then-note-life.policy.ts';
import { campaignBranches } from './projections/campaign-branches.projection.ts';
import { campaignList } from './projections/campaign-list.projection.ts';
import { leaderList, leaderYears } from './projections/leader-list.projection.ts';
import { leaderSpells } from './projections/leader-spells.projection.ts';
import { lectureList } from './projections/lecture-list.projection.ts';
import { participationList } from './projections/participation-list.projection.ts';
import { talkList } from './projections/talk-list.projection.ts';

/** Organization life beside the meetings: talks, lectures and what is owed of them in a year, campaigns by branch, leaders in their own branch, joint work (ORG-27, ORG-41 to ORG-44). */
export const lifeStreams = [
  talkStream,
  lectureStream,
  campaignStream,
  campaignBranchStream,
  leaderStream,
  leaderLifeStream,
  jointActionStream,
  participationStream,
] as const;
export const lifeProjections = [talkList, lectureList, campaignList, campaignBranches, leaderList, leaderYears, leaderSpells, participationList] as const;
export const lifePolicies = [whenLeaderTakesPartThenNoteLife, whenJointWorkIsDoneThenCountParticipation] as const;
export const lifeDeadlines = [campaignEnd, leaderYear] as const;
export const lifeUseCases: readonly UseCase[] = [
  ...talksAndLectures,
  ...yearlyDutyQueries,
  ...campaignUseCases,
  ...leaderUseCases,
  ...leaderReports,
  ...participationUseCases,
];
