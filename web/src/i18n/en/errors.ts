import type { Messages } from '../index.ts';

export const err: Messages['err'] = {
  NETWORK: 'The server cannot be reached; check the network and try again.',
  TIMEOUT: 'The server did not answer in time; try again.',
  OUTCOME_UNKNOWN: 'The outcome is not known yet; try again, it takes effect once only.',
};

export const warn: Messages['warn'] = {
  LINE_UNUSUAL: 'another line usually manages this sector',
  EVEN_SEATS: 'An even number of seats; odd is advised',
  NO_PART_TIME_MEMBER: 'The community has no part-time member',
  RESERVE_RATIO: 'Fewer reserves than the post asks for',
  UNIT_STALE: 'The figures are older than twelve months',
  SIZE_BELOW_3: 'fewer than 3 full members',
  SIZE_OVER_50: 'branch over 50: a general branch is advised',
  SIZE_OVER_100: 'general branch over 100: a committee is advised',
  REQUEST_OPEN: 'a request on this topic is still open',
  REPORT_ASKED_BEFORE: 'the same was asked of them within 90 days',
  GUIDE_LATE: 'the topic guide is later than the quarter allows',
  AUDIT_LATE: 'the audit is late',
  APPROVAL_LATE: 'the approval is late',
};
