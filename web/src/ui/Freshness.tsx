import { useTranslation } from 'react-i18next';
import type { OwnWrite } from '../api/positions.ts';
import { useLiveMode } from '../live/use-live.ts';
import { clockTime } from './formats.ts';
import { Icon } from './Icon.tsx';
import { useSentence } from './words.ts';

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

interface StaleProps {
  readonly lagSeconds: number;
  /** Answers one after the other that lacked the tab's own acts. */
  readonly staleReads: number;
  readonly own?: readonly OwnWrite[];
}

/** Says in words what an old or a not yet complete answer means; the own acts it lacks are laid over it. */
export function StaleBand({ lagSeconds, staleReads, own = [] }: StaleProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  if (staleReads > 0) {
    const done = own.map(({ command, at }) => `${sentence('operations', command)} ${clockTime(at)}`);
    return <Band>{[staleReads > 3 ? t('ui.savedLater') : t('ui.syncing'), ...done].join(' · ')}</Band>;
  }
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
