import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineDeadline, fromSome, intend, put, type DueRow } from '@zhitong/eventing';
import { addDays, startOfDay } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import type { GuideEvent } from '../domain/guide/guide.decider.ts';
import { guideStream } from '../domain/guide/guide.stream.ts';
import { quarterNamed } from '../domain/quota/period.ts';

type GuideDue = DueRow & { readonly quarter: string };

/** LINK-12: guides are over with the last day of their quarter. */
export const guideEnd = defineDeadline<GuideDue, ServiceEnv>({
  name: 'guide-end',
  version: 1,
  sources: [
    fromSome<GuideEvent>(aggregates.organizations.guide)<GuideDue, ServiceEnv>({
      TopicGuideIssued: ({ data: { quarterCode: quarter } }) => put(quarter, { quarter, dueAt: startOfDay(addDays(quarterNamed(quarter).lastOn, 1)) }),
    }),
  ],
  fire: ({ quarter }, now) => [intend(guideStream, quarter, { type: 'ExpireGuides', quarter, at: now })],
  expects: [],
});
