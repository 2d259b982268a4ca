import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useRead } from '../api/reading.ts';
import { Page } from '../shell/Page.tsx';
import { Loading, Panel } from '../ui/Panel.tsx';
import { isSignInOpen, MeetingCard, type OwnMeeting } from './MeetingCard.tsx';
import { keepScanned, scanAddress } from './scanned.ts';

/** The own meetings, those to sign in to first; who cannot scan types the code. */
export function OwnMeetingsPage() {
  const { t } = useTranslation();
  const query = useRead('ownMeetings', {});
  return (
    <Page title={t('phone.life')}>
      <Loading of={query} lines={6}>
        {({ items }) => {
          const open = items.filter(isSignInOpen);
          const others = items.filter((meeting) => !isSignInOpen(meeting));
          return (
            <div className="stack">
              {open.map((meeting) => (
                <Panel key={meeting.meetingId} title={t('phone.signNow')}>
                  <MeetingCard meeting={meeting} />
                  <TypedCode meeting={meeting} />
                </Panel>
              ))}
              <Panel title={t('phone.recent')}>
                {others.length === 0 ? <p className="empty">{t('meetings.none')}</p> : null}
                <ul className="cards">
                  {others.map((meeting) => (
                    <li key={meeting.meetingId}>
                      <MeetingCard meeting={meeting} />
                    </li>
                  ))}
                </ul>
              </Panel>
            </div>
          );
        }}
      </Loading>
    </Page>
  );
}

/** A code that is typed goes the way of one that is scanned. */
function TypedCode({ meeting: { meetingId } }: { meeting: OwnMeeting }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  const send = (event: React.SyntheticEvent) => {
    event.preventDefault();
    keepScanned(scanAddress(meetingId, code), Date.now());
    void navigate(`/s/${meetingId}.${code}`);
  };
  return (
    <form className="typed-code" onSubmit={send}>
      <label>
        {t('meetings.code')}
        <input
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="\d{6}"
          maxLength={6}
          required
          value={code}
          onChange={({ target }) => setCode(target.value)}
          aria-describedby={`hint-${meetingId}`}
        />
      </label>
      <p id={`hint-${meetingId}`} className="quiet">
        {t('phone.typeHint')}
      </p>
      <button type="submit" className="button button-primary">
        {t('meetings.sign')}
      </button>
    </form>
  );
}
