import type { Settings } from '@zhitong/platform';
import type { DigestTimes } from '../domain/digest/digest-time.ts';
import { requestTopicsSchema, type RequestTopic } from '@zhitong/catalogue';
import { Rejected } from '@zhitong/kernel';
import type { DirectiveSettings } from '../domain/directive/directive-clock.ts';
import type { RequestSettings } from '../domain/request/request-clock.ts';

/** Values in force at an instant for the issuing organization. */
export const directiveSettings = (settings: Settings, at: string, issuerId: string): DirectiveSettings => ({
  ackHours: settings.number('directive.ackHours', at, issuerId),
  urgentAckHours: settings.number('directive.urgentAckHours', at, issuerId),
  minReportWorkdays: settings.number('directive.minReportWorkdays', at, issuerId),
  burdenCap: settings.number('directive.burdenCap', at, issuerId),
  maxHops: settings.number('directive.maxHops', at, issuerId),
  calendar: settings.list('calendar.exceptions', at),
});

/** Values in force when a request was submitted, for its submitter. */
export const requestSettings = (settings: Settings, at: string, submitterId: string): RequestSettings => ({
  acceptWorkdays: settings.number('request.acceptWorkdays', at, submitterId),
  answerWorkdays: settings.number('request.answerWorkdays', at, submitterId),
  urgentWorkdays: settings.number('request.urgentWorkdays', at, submitterId),
  escalatedWorkdays: settings.number('request.escalatedWorkdays', at, submitterId),
  reopenWorkdays: settings.number('request.reopenWorkdays', at, submitterId),
  confirmDays: settings.number('request.confirmDays', at, submitterId),
  maxReroutes: settings.number('request.maxReroutes', at, submitterId),
  maxReopen: settings.number('request.maxReopen', at, submitterId),
  maxPauseWorkdays: settings.number('request.maxPauseWorkdays', at, submitterId),
  calendar: settings.list('calendar.exceptions', at),
});

/** When whoever has said nothing else gets the digest. */
export function usualTimes(settings: Settings, at: string): DigestTimes {
  const [quietFrom = '', quietUntil = ''] = settings.list('digest.quiet', at);
  return { time: String(settings.json('digest.time', at)), quietFrom, quietUntil };
}

export const topicsAt = (settings: Settings, at: string): readonly RequestTopic[] => requestTopicsSchema.parse(settings.json('request.topics', at));

export function topicAt(settings: Settings, at: string, topicCode: string): RequestTopic {
  const topic = topicsAt(settings, at).find((each) => each.topicCode === topicCode);
  if (topic === undefined) throw new Rejected('VALIDATION_FAILED', 'The catalogue knows no such topic.', { topicCode });
  return topic;
}
