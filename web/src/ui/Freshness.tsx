import { useTranslation } from 'react-i18next';
import { useLiveMode } from '../live/use-live.ts';
import { clockTime } from './formats.ts';
import { Icon } from './Icon.tsx';

/** 数据截至: the oldest position among what the page shows. */
export function Freshness({ receivedAt, lagSeconds }: { receivedAt: number; lagSeconds: number }) {
  const { t } = useTranslation();
  const mode = useLiveMode();
  return (
    <span className="freshness">
      {t('ui.dataAsOf', { time: clockTime(receivedAt - lagSeconds * 1_000) })}
      {mode === 'polling' ? <span className="tag tag-neutral">{t('ui.nearLive')}</span> : null}
    </span>
  );
}

const behindFrom = 60;

/** Says in words what an old or a not yet complete answer means. */
export function StaleBand({ lagSeconds, staleReads }: { lagSeconds: number; staleReads: number }) {
  const { t } = useTranslation();
  if (staleReads > 0) return <Band>{staleReads > 3 ? t('ui.savedLater') : t('ui.syncing')}</Band>;
  return lagSeconds > behindFrom ? <Band>{t('ui.behind', { seconds: Math.round(lagSeconds) })}</Band> : null;
}

function Band({ children }: { children: React.ReactNode }) {
  return (
    <p className="band band-warn" role="status">
      <Icon name="clock" />
      {children}
    </p>
  );
}
