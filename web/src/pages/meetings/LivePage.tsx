import { useQueryClient } from '@tanstack/react-query';
import { QRCode } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { refresh, useRead } from '../../api/reading.ts';
import { useLive, usePollSeconds } from '../../live/use-live.ts';
import { scanAddress } from '../../phone/scanned.ts';
import { isMissing, NotFound } from '../../shell/NotFound.tsx';
import { Page } from '../../shell/Page.tsx';
import { useAddress } from '../../shell/scope.ts';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { Attendance } from './Attendance.tsx';

/** P13: what the room sees: the code of the moment, and how many have come. */
export default function LivePage() {
  const { t } = useTranslation();
  const address = useAddress();
  const client = useQueryClient();
  const { meetingId = '' } = useParams();
  const query = useRead('getMeeting', { meetingId }, { pollSeconds: usePollSeconds() });
  useLive([`meeting:${meetingId}`], () => void refresh(client, ['getMeeting', 'listAttendance']));
  if (isMissing(query.error)) return <NotFound />;
  const path = [
    { label: t('meetings.title'), to: address('/meetings') },
    { label: query.data?.title || '…', to: address(`/meetings/${meetingId}`) },
  ];
  return (
    <Page title={t('meetings.live')} path={path}>
      <Loading of={query} lines={6}>
        {(meeting) => (
          <div className="stack">
            <Panel title={t('meetings.code')}>{meeting.open ? <Code meetingId={meetingId} /> : <p className="empty">{t('meetings.closed')}</p>}</Panel>
            <Attendance meeting={meeting} />
          </div>
        )}
      </Loading>
    </Page>
  );
}

function Countdown({ until }: { until: string }) {
  const { t } = useTranslation();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return <p className="quiet">{t('meetings.codeHint', { seconds: Math.max(0, Math.ceil((Date.parse(until) - now) / 1_000)) })}</p>;
}

/** The next code is asked for when this one is no longer shown. */
function Code({ meetingId }: { meetingId: string }) {
  const { t } = useTranslation();
  const query = useRead('meetingCode', { meetingId }, { staleTime: 0 });
  const { data, refetch } = query;
  const shownUntil = data?.shownUntil;
  useEffect(() => {
    if (shownUntil === undefined) return undefined;
    const timer = setTimeout(() => void refetch(), Math.max(1_000, Date.parse(shownUntil) - Date.now()));
    return () => clearTimeout(timer);
  }, [shownUntil, refetch]);
  return (
    <Loading of={query} lines={2}>
      {({ signInCode, shownUntil: until }) => (
        <div className="sign-in">
          <div data-link={scanAddress(meetingId, signInCode)} data-testid="picture">
            <QRCode
              type="svg"
              aria-label={t('meetings.picture')}
              size={260}
              bordered={false}
              value={`${location.origin}${scanAddress(meetingId, signInCode)}`}
            />
          </div>
          <p className="sign-in-code" data-testid="code">
            {signInCode}
          </p>
          <Countdown until={until} />
        </div>
      )}
    </Loading>
  );
}
