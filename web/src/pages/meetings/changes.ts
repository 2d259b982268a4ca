/** Reads that show what an act about a meeting changed. */
export const changes = [
  'listMeetings',
  'getMeeting',
  'listAttendance',
  'meetingCode',
  'ownMeetings',
  'meetingQuotas',
  'listQuotas',
  'campaignProgress',
  'topicGuideUse',
  'topicGuideBranches',
] as const;
