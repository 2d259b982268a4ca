import { useTranslation } from 'react-i18next';
import type { Output } from '../api/client.ts';
import { MeetingState, useKinds } from '../pages/meetings/words.tsx';
import { dateOf, instant, today } from '../ui/formats.ts';
import { Tag } from '../ui/StateTag.tsx';
import { useSentence } from '../ui/words.ts';

export type OwnMeeting = Output<'ownMeetings'>['items'][number];

/** It has begun today and the own part is not noted yet. */
export const isSignInOpen = ({ state, heldOn, mark, lateScannedAt }: OwnMeeting): boolean =>
  state === 'held' && heldOn === today() && (mark === null || mark === 'leave') && lateScannedAt === null;

/** Announced, and its time has not passed. */
export const isAhead = ({ state, startsAt }: OwnMeeting): boolean => state === 'notified' && dateOf(startsAt) >= today();

export function MeetingCard({ meeting }: { meeting: OwnMeeting }) {
  const kinds = useKinds();
  return (
    <div className="meeting-card">
      <strong>{meeting.title || kinds(meeting.kinds)}</strong>
      <span className="meeting-when">{instant(meeting.startsAt)}</span>
      <span className="row">
        <span className="quiet">{kinds(meeting.kinds)}</span>
        <OwnPart meeting={meeting} />
      </span>
    </div>
  );
}

function OwnPart({ meeting: { state, mark, lateScannedAt } }: { meeting: OwnMeeting }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  if (lateScannedAt !== null)
    return (
      <Tag tone="warn" icon="clock">
        {t('phone.scan.late')}
      </Tag>
    );
  if (mark === null) return <MeetingState state={state} />;
  const present = mark === 'present';
  return (
    <Tag tone={present ? 'ok' : 'info'} icon={present ? 'check' : 'info'}>
      {present ? t('meetings.signed') : sentence('meetings.marks', mark)}
    </Tag>
  );
}
