import type { ServiceEnv } from '@zhitong/platform';
import type { LeaderNeeds } from '../domain/leader/leader-life.decider.ts';

/** What a leader owes in a year: by the settings of its first day, for the branch or the list named. */
export function leaderNeeds({ settings }: Pick<ServiceEnv, 'settings'>, year: string, organizationId: string): LeaderNeeds {
  const of = (key: 'leader.minAttend' | 'leader.minLecture') => settings.number(key, `${year}-01-01`, organizationId);
  return { attend: of('leader.minAttend'), lecture: of('leader.minLecture') };
}
