import { useTranslation } from 'react-i18next';
import { dateOf, duration, instant, today, urgency } from './formats.ts';
import { Icon, type IconName } from './Icon.tsx';
import { useNow } from './use-now.ts';

interface Props {
  readonly dueAt: string | null;
  /** With a start the time used is drawn as a bar. */
  readonly since?: string | null;
  readonly paused?: boolean;
}

const icons: Readonly<Record<ReturnType<typeof urgency>, IconName>> = { over: 'warning', soon: 'clock', calm: 'clock' };

/** A deadline as date, words and, where it began, a bar. Words stand beside the date, never instead of it. */
export function Deadline({ dueAt, since = null, paused = false }: Props) {
  const { t } = useTranslation();
  const now = useNow();
  if (dueAt === null) return <span className="quiet">—</span>;
  const state = urgency(dueAt, now);
  const seconds = Math.abs(Date.parse(dueAt) - now) / 1_000;
  const words = paused ? t('ui.paused') : sayLeft();
  return (
    <span className={`deadline deadline-${paused ? 'paused' : state}`}>
      <span className="deadline-words">
        <Icon name={paused ? 'pause' : icons[state]} size={14} />
        {words}
      </span>
      <time dateTime={dueAt}>{instant(dueAt)}</time>
      {since === null ? null : <Bar share={(now - Date.parse(since)) / Math.max(1, Date.parse(dueAt) - Date.parse(since))} />}
    </span>
  );

  function sayLeft(): string {
    if (state === 'over') return t('ui.overdueBy', { time: duration(seconds) });
    return dateOf(dueAt ?? '') === today() ? t('ui.dueToday') : t('ui.left', { time: duration(seconds) });
  }
}

/** 0 to 1; the number stands beside it in words. */
export function Bar({ share, tone = 'plain' }: { share: number; tone?: 'plain' | 'ok' | 'warn' | 'danger' }) {
  const percent = Math.round(Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0)) * 1_000) / 10;
  return (
    <span className={`bar bar-${tone}`} aria-hidden="true">
      <span style={{ inlineSize: `${percent}%` }} />
    </span>
  );
}
