import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineDeadline, drop, fromSome, intend, put, type DueRow } from '@zhitong/eventing';
import { addDays, addMonths, startOfDay } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import type { PostsEvent } from '../domain/posts/posts.decider.ts';
import { postsStream } from '../domain/posts/posts.stream.ts';

interface VacancyDue extends DueRow {
  readonly organizationId: string;
  readonly vacatedOn: string;
  readonly months: number;
}

/** ORG-22: the day after three months without a secretary. */
export const secretaryVacancy = defineDeadline<VacancyDue, ServiceEnv>({
  name: 'secretary-vacancy',
  version: 1,
  sources: [
    fromSome<PostsEvent>(aggregates.organizations.posts)<VacancyDue, ServiceEnv>({
      PostVacated({ data: { organizationId, type, vacatedOn }, occurredAt }, { settings }) {
        if (type !== 'secretary') return [];
        const months = settings.number('vacancy.months', occurredAt, organizationId);
        return put(organizationId, { organizationId, vacatedOn, months, dueAt: startOfDay(addDays(addMonths(vacatedOn, months), 1)) });
      },
      PostFilled: ({ data: { organizationId, type } }) => (type === 'secretary' ? drop(organizationId) : []),
    }),
  ],
  fire: ({ organizationId, vacatedOn, months }, now) => [
    intend(postsStream, organizationId, { type: 'NoteVacancy', organizationId, vacatedOn, months, at: now }),
  ],
  expects: [],
});
