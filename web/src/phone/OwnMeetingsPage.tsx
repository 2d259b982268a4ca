import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../api/reading.ts';
import { useCommand } from '../api/writing.ts';
import { Page } from '../shell/Page.tsx';
import { Loading, Panel } from '../ui/Panel.tsx';
import { ProblemPanel } from '../ui/Problem.tsx';
import { isSignInOpen, MeetingCard, type OwnMeeting } from './MeetingCard.tsx';

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

function TypedCode({ meeting: { meetingId } }: { meeting: OwnMeeting }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const { run, error, busy } = useCommand('signInToMeeting', { changes: ['ownMeetings'] });
  const send = (event: React.FormEvent) => {
    event.preventDefault();
    void run({ meetingId, signInCode: code });
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
      {error === null ? null : <ProblemPanel error={error} compact />}
      <button type="submit" className="button button-primary" disabled={busy}>
        {t('meetings.sign')}
      </button>
    </form>
  );
}
