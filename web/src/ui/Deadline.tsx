import { useTranslation } from 'react-i18next';
import { dateOf, duration, instant, today, urgency } from './formats.ts';
import { Icon, type IconName } from './Icon.tsx';
import { useNow } from './use-now.ts';

interface Props {
  readonly dueAt: string | null;
  /** With a start the time used is drawn as a bar. */
  readonly since?: string | null;
}

const icons: Readonly<Record<ReturnType<typeof urgency>, IconName>> = { over: 'warning', soon: 'clock', calm: 'clock' };

/** A deadline as date, words and, where it began, a bar. Words stand beside the date, never instead of it. */
export function Deadline({ dueAt, since = null }: Props) {
  const { t } = useTranslation();
  const now = useNow();
  if (dueAt === null) return <span className="quiet">—</span>;
  const state = urgency(dueAt, now);
  const seconds = Math.abs(Date.parse(dueAt) - now) / 1_000;
  const words = sayLeft();
  return (
    <span className={`deadline deadline-${state}`}>
      <span className="deadline-words">
        <Icon name={icons[state]} size={14} />
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

/** A bar that says its value to those who do not see it. */
export function Meter({ label, used, of }: { label: string; used: number; of: number }) {
  const value = Math.min(of, Math.max(0, used));
  return (
    <span role="meter" aria-label={label} aria-valuemin={0} aria-valuemax={of} aria-valuenow={value}>
      <Bar share={of === 0 ? 1 : value / of} />
    </span>
  );
}
