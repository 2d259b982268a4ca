import { isBranchKind } from '@zhitong/catalogue';
import { addDays, addHours, startOfDay } from '@zhitong/kernel';
import type { PlannedOrganization } from './organizations.ts';
import { randomOf } from './random.ts';

/** A theme day that is announced on the day of the introduction. */
export interface PlannedMeeting {
  readonly key: string;
  readonly startsAt: string;
  readonly kinds: readonly string[];
  readonly title: string;
  readonly agenda: string;
}

const share = 3;

/** One branch in three has announced its theme day; every other one brings a lecture. */
export function planMeetings(organizations: readonly PlannedOrganization[], seed: number, baseDate: string): readonly PlannedMeeting[] {
  return organizations
    .filter(({ kind }) => isBranchKind(kind))
    .flatMap(({ key }) => {
      const random = randomOf(seed, `meeting/${key}`);
      if (random.between(1, share) > 1) return [];
      const day = addDays(baseDate, random.between(2, 20));
      const lecture = random.between(1, 2) === 1;
      return {
        key,
        startsAt: addHours(startOfDay(day), random.between(9, 16)),
        kinds: lecture ? ['themeDay', 'lecture'] : ['themeDay'],
        title: lecture ? '主题党日暨党课' : '主题党日',
        agenda: '一、第一议题学习\n二、交流讨论\n三、志愿服务安排',
      };
    });
}
