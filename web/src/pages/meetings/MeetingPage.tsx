import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { usePersonNames } from '../../api/names.ts';
import { refresh, useRead } from '../../api/reading.ts';
import { useLive, usePollSeconds } from '../../live/use-live.ts';
import { isMissing, NotFound } from '../../shell/NotFound.tsx';
import { Page } from '../../shell/Page.tsx';
import { useAddress } from '../../shell/scope.ts';
import { Facts } from '../../ui/Facts.tsx';
import { instant, plainDate } from '../../ui/formats.ts';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { Tag } from '../../ui/StateTag.tsx';
import { Timeline } from '../../ui/Timeline.tsx';
import { Watermark } from '../../ui/Watermark.tsx';
import { useSentence } from '../../ui/words.ts';
import { Attendance } from './Attendance.tsx';
import { MeetingActions } from './MeetingActions.tsx';
import { MeetingState, useKinds, type Meeting } from './words.tsx';
import { comma } from '../../i18n/comma.ts';

/** P14: a meeting with who came, what was voted on and what was written; afterwards only corrections. */
export default function MeetingPage() {
  const { t } = useTranslation();
  const address = useAddress();
  const client = useQueryClient();
  const { meetingId = '' } = useParams();
  const query = useRead('getMeeting', { meetingId }, { pollSeconds: usePollSeconds() });
  useLive([`meeting:${meetingId}`], () => void refresh(client, ['getMeeting', 'listAttendance']));
  if (isMissing(query.error)) return <NotFound />;
  return (
    <Page
      title={query.data?.title || t('meetings.title')}
      path={[{ label: t('meetings.title'), to: address('/meetings') }]}
      actions={query.data === undefined ? null : <MeetingActions meeting={query.data} />}
    >
      <Watermark />
      <Loading of={query} lines={8}>
        {(meeting) => (
          <div className="stack">
            <About meeting={meeting} />
            <Attendance meeting={meeting} />
            <Motions meeting={meeting} />
            <Minutes meeting={meeting} />
          </div>
        )}
      </Loading>
    </Page>
  );
}

function About({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const kinds = useKinds();
  const sentence = useSentence();
  const { startsAt, heldOn, agenda, topicCodes, cancelReason, warnings } = meeting;
  return (
    <Panel title={kinds(meeting.kinds)} extra={<MeetingState state={meeting.state} />}>
      <Facts
        of={[
          [t('meetings.startsAt'), instant(startsAt)],
          [t('meetings.heldOn'), plainDate(heldOn)],
          [t('meetings.agenda'), agenda],
          [t('guides.citesTaken'), topicCodes.join(comma())],
          ...(cancelReason === null ? [] : ([[t('meetings.cancelReason'), sentence('meetings.cancelReasons', cancelReason)]] as const)),
        ]}
      />
      {warnings.map((code) => (
        <p key={code} className="band band-warn">
          {sentence('meetings.warnings', code)}
        </p>
      ))}
    </Panel>
  );
}

function Motions({ meeting: { motions } }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const name = usePersonNames(motions.map(({ personId }) => personId));
  return (
    <Panel title={t('meetings.motions')}>
      <p className="quiet">{t('meetings.rule')}</p>
      {motions.length === 0 ? <p className="empty">{t('meetings.noMotions')}</p> : null}
      <ul>
        {motions.map(({ motionId, type, personId, subject, passed, votes, warnings }) => (
          <li key={motionId} className="row">
            <strong>{sentence('meetings.types', type)}</strong>
            <span>{personId === null ? subject : (name(personId) ?? '…')}</span>
            <span className="quiet">{t('meetings.sums', votes)}</span>
            <Tag tone={passed ? 'ok' : 'neutral'} icon={passed ? 'check' : 'cross'}>
              {t(passed ? 'meetings.passed' : 'meetings.failed')}
            </Tag>
            {warnings.map((code) => (
              <span key={code} className="quiet">
                {sentence('meetings.warnings', code)}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Minutes({ meeting: { minutes } }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const first = (item: Meeting['minutes'][number]['firstItem']) => {
    if (item === null) return null;
    return item.done ? t('meetings.first.done', { topic: item.topicCode ?? '' }) : t('meetings.first.missed');
  };
  return (
    <Panel title={t('meetings.minutes')}>
      {minutes.length === 0 ? <p className="empty">{t('meetings.noMinutes')}</p> : null}
      <Timeline
        entries={minutes
          .map(({ text, decisions, firstItem, reason, at }, index) => ({
            key: `${index}`,
            when: instant(at),
            what: (
              <>
                <span className="quiet">{t('meetings.version', { count: index + 1 })}</span> {reason}
                <p className="prose">{text}</p>
                <p className="prose">
                  {t('meetings.decisions')}: {decisions}
                </p>
                <p className="quiet">{first(firstItem)}</p>
              </>
            ),
          }))
          .toReversed()}
      />
    </Panel>
  );
}
