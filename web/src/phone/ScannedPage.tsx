import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../api/reading.ts';
import { ApiError } from '../api/problem.ts';
import { useCommand } from '../api/writing.ts';
import { Page } from '../shell/Page.tsx';
import { instant } from '../ui/formats.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { useProblemSentence } from '../ui/Problem.tsx';
import type { Tone } from '../ui/StateTag.tsx';
import { useSentence } from '../ui/words.ts';
import { forgetScan, keptScan, type Scan } from './scanned.ts';

/** H2: opened by the picture in the room; signs in at once and says how it went. */
export function ScannedPage() {
  const { t } = useTranslation();
  const [scan] = useState(keptScan);
  return (
    <Page title={t('meetings.sign')}>
      {scan === null ? <Result tone="danger" icon="warning" title={t('phone.scan.unreadable')} text={t('phone.scan.again')} /> : <SignIn scan={scan} />}
    </Page>
  );
}

function SignIn({ scan: { meetingId, signInCode } }: { scan: Scan }) {
  const { t } = useTranslation();
  const { run, error, refusal } = useCommand('signInToMeeting', { changes: ['ownMeetings'] });
  const [signed, setSigned] = useState(false);
  const send = async () => {
    const receipt = await run({ meetingId, signInCode });
    if (receipt !== null) setSigned(true);
    if (receipt !== null || !isUnanswered(refusal.current)) forgetScan();
  };
  useEffect(() => void send(), []);
  if (signed) return <Signed meetingId={meetingId} />;
  if (error === null) return <Result tone="info" icon="clock" title={t('phone.scan.sending')} />;
  return <Refused error={error} onRetry={() => void send()} />;
}

const isUnanswered = (error: unknown): boolean => error instanceof ApiError && error.outcomeUnknown;

function Signed({ meetingId }: { meetingId: string }) {
  const { t } = useTranslation();
  const meeting = useRead('ownMeetings', {}).data?.items.find((one) => one.meetingId === meetingId);
  const about = meeting === undefined ? '' : `${meeting.title} · ${instant(meeting.startsAt)}`;
  return <Result tone="ok" icon="check" title={t('meetings.signed')} about={about} text={t('phone.scan.once')} />;
}

function Refused({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  const problem = useProblemSentence();
  const sentence = useSentence();
  const code = error instanceof ApiError ? error.problem.code : '';
  return (
    <Result
      tone={isUnanswered(error) ? 'warn' : 'danger'}
      icon="warning"
      title={sentence('phone.refused', code, problem(error))}
      text={sentence('phone.next', code, t('phone.scan.again'))}
    >
      {isUnanswered(error) ? (
        <button type="button" className="button button-primary" onClick={onRetry}>
          {t('ui.retry')}
        </button>
      ) : null}
    </Result>
  );
}

interface ResultProps {
  readonly tone: Tone;
  readonly icon: IconName;
  readonly title: string;
  readonly about?: string;
  readonly text?: string;
  readonly children?: React.ReactNode;
}

/** Icon, words and colour; the words are read out as soon as they stand. */
function Result({ tone, icon, title, about = '', text, children }: ResultProps) {
  const { t } = useTranslation();
  return (
    <section className={`result tag-${tone}`} role="status">
      <Icon name={icon} size={56} />
      <p className="result-title">{title}</p>
      {about === '' ? null : <p>{about}</p>}
      {text === undefined ? null : <p>{text}</p>}
      {children}
      <Link className="button" to="/meetings">
        {t('phone.toMeetings')}
      </Link>
    </section>
  );
}
