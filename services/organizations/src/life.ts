import type { UseCase } from '@zhitong/platform';
import { talksAndLectures } from './application/talks-and-lectures.ts';
import { yearlyDutyQueries } from './application/yearly-duties.ts';
import { lectureStream } from './domain/lecture/lecture.stream.ts';
import { talkStream } from './domain/talk/talk.stream.ts';
import { lectureList } from './projections/lecture-list.projection.ts';
import { talkList } from './projections/talk-list.projection.ts';

/** Organization life beside the meetings: talks, lectures and what is owed of them in a year (ORG-41, ORG-43). */
export const lifeStreams = [talkStream, lectureStream] as const;
export const lifeProjections = [talkList, lectureList] as const;
export const lifeUseCases: readonly UseCase[] = [...talksAndLectures, ...yearlyDutyQueries];
