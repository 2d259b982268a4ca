import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ApiError } from '../api/problem.ts';
import { useRead } from '../api/reading.ts';
import { useCommand } from '../api/writing.ts';
import { Page } from '../shell/Page.tsx';
import { instant } from '../ui/formats.ts';
import { useProblemSentence } from '../ui/Problem.tsx';
import { useSentence } from '../ui/words.ts';
import { Result } from './Result.tsx';
import { forgetScan, keptScan, secondsSince, type Scan } from './scanned.ts';
import { useOnline } from './use-online.ts';

/** H2: opened by the picture in the room; signs in at once and says how it went. */
export function ScannedPage() {
  const { t } = useTranslation();
  const [scan] = useState(keptScan);
  const [attempt, setAttempt] = useState(0);
  const again = () => setAttempt(attempt + 1);
  return (
    <Page title={t('meetings.sign')}>
      {scan === null ? (
        <Result tone="danger" icon="warning" title={t('phone.scan.unreadable')} text={t('phone.scan.again')}>
          <ToMeetings />
        </Result>
      ) : (
        <SignIn key={attempt} scan={scan} onAgain={again} />
      )}
    </Page>
  );
}

/** One attempt: a later one tells a greater age of the same scan, and is another request. */
function SignIn({ scan, onAgain }: { scan: Scan; onAgain: () => void }) {
  const { t } = useTranslation();
  const { meetingId, signInCode } = scan;
  const { run, error, refusal } = useCommand('signInToMeeting', { changes: ['ownMeetings'] });
  const [sent, setSent] = useState(false);
  const send = async () => {
    const receipt = await run({ meetingId, signInCode, scannedSecondsAgo: secondsSince(scan, Date.now()) });
    setSent(receipt !== null);
    if (receipt !== null || !isUnanswered(refusal.current)) forgetScan();
  };
  useEffect(() => void send(), []);
  useOnline(() => (isUnanswered(error) ? onAgain() : undefined));
  if (sent) return <Sent meetingId={meetingId} />;
  if (error === null) return <Result tone="info" icon="clock" title={t('phone.scan.sending')} />;
  if (isUnanswered(error))
    return (
      <Result tone="warn" icon="clock" title={t('phone.offline.kept')} text={t('phone.offline.keptText')}>
        <button type="button" className="button button-primary" onClick={onAgain}>
          {t('ui.retry')}
        </button>
      </Result>
    );
  return <Refused error={error} />;
}

const isUnanswered = (error: unknown): boolean => error instanceof ApiError && error.outcomeUnknown;

/** A code that was over counts once an officer has ticked; any other counts now. */
function Sent({ meetingId }: { meetingId: string }) {
  const { t } = useTranslation();
  const meeting = useRead('ownMeetings', {}).data?.items.find((one) => one.meetingId === meetingId);
  const about = meeting === undefined ? '' : `${meeting.title} · ${instant(meeting.startsAt)}`;
  const late = meeting?.lateScannedAt !== null && meeting?.lateScannedAt !== undefined;
  return (
    <Result
      tone={late ? 'warn' : 'ok'}
      icon={late ? 'clock' : 'check'}
      title={t(late ? 'phone.scan.late' : meeting === undefined ? 'phone.scan.sent' : 'meetings.signed')}
      about={about}
      text={t(late ? 'phone.scan.lateText' : 'phone.scan.once')}
    >
      <ToMeetings />
    </Result>
  );
}

function Refused({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const problem = useProblemSentence();
  const sentence = useSentence();
  const code = error instanceof ApiError ? error.problem.code : '';
  return (
    <Result tone="danger" icon="warning" title={sentence('phone.refused', code, problem(error))} text={sentence('phone.next', code, t('phone.scan.again'))}>
      <ToMeetings />
    </Result>
  );
}

function ToMeetings() {
  const { t } = useTranslation();
  return (
    <Link className="button" to="/meetings">
      {t('phone.toMeetings')}
    </Link>
  );
}
