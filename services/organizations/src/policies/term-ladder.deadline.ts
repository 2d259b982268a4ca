import { reminderDaysSchema } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineDeadline, fromSome, intend, put, type Change, type DueRow } from '@zhitong/eventing';
import { addDays, addHours, startOfDay } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import type { TermEvent } from '../domain/term/term-state.ts';
import { termStream } from '../domain/term/term.stream.ts';

interface TermDue extends DueRow {
  readonly organizationId: string;
  readonly termId: string;
  readonly expiresOn: string;
  /** Null: the day after the end. */
  readonly daysBefore: number | null;
}
type Ends = Pick<TermDue, 'organizationId' | 'termId' | 'expiresOn'>;

/** Reminders are read in the morning. */
const hour = 9;

/** The rungs in force when the term began, or got another end. What an earlier end left behind fires, and the decider finds nothing to do. */
function ladder({ organizationId, termId, expiresOn }: Ends, at: string, { settings }: ServiceEnv): readonly Change<TermDue>[] {
  const days = reminderDaysSchema.parse(settings.json('term.reminderDays', at, organizationId));
  const row = (daysBefore: number | null, dueAt: string) =>
    put(`${termId}|${expiresOn}|${daysBefore ?? 'over'}`, { organizationId, termId, expiresOn, daysBefore, dueAt });
  return [
    ...days.map((daysBefore) => row(daysBefore, addHours(startOfDay(addDays(expiresOn, -daysBefore)), hour))),
    row(null, startOfDay(addDays(expiresOn, 1))),
  ];
}

/** ORG-17: the ladder before the end of a term, and the day after it. */
export const termLadder = defineDeadline<TermDue, ServiceEnv>({
  name: 'term-ladder',
  version: 1,
  sources: [
    fromSome<TermEvent>(aggregates.organizations.term)<TermDue, ServiceEnv>({
      TermStarted: ({ data, occurredAt }, env) => ladder(data, occurredAt, env),
      TermShiftApproved: ({ data, occurredAt }, env) => ladder({ ...data, expiresOn: data.toOn }, occurredAt, env),
    }),
  ],
  fire: ({ organizationId, termId, expiresOn, daysBefore, dueAt }, now) => [
    intend(termStream, organizationId, { type: 'PassTermMoment', organizationId, termId, expiresOn, daysBefore, scheduledAt: dueAt, at: now }),
  ],
  expects: [],
});
