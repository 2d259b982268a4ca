import { useTranslation } from 'react-i18next';
import type { Row } from '../../api/client.ts';
import { Deadline, Meter } from '../../ui/Deadline.tsx';
import { dateOf, instant, today } from '../../ui/formats.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { useNow } from '../../ui/use-now.ts';

type Clock = NonNullable<Row<'listRequests'>['clock']>;
type Standing = 'paused' | 'over' | 'today' | 'soon' | 'running';

const looks: Readonly<Record<Standing, { readonly icon: IconName; readonly tone: 'paused' | 'over' | 'soon' | 'calm' }>> = {
  paused: { icon: 'pause', tone: 'paused' },
  over: { icon: 'warning', tone: 'over' },
  today: { icon: 'clock', tone: 'soon' },
  soon: { icon: 'clock', tone: 'soon' },
  running: { icon: 'clock', tone: 'calm' },
};

function standingOf({ paused, dueAt, workdays, workdaysLeft }: Clock, now: number): Standing {
  if (paused) return 'paused';
  if (Date.parse(dueAt) < now) return 'over';
  if (dateOf(dueAt) === today()) return 'today';
  return workdaysLeft <= Math.min(2, workdays - 1) ? 'soon' : 'running';
}

/** The holder's deadline in working days as number, bar and word; what follows it is the submitter's, an ordinary deadline. */
export function SlaClock({ of: { clock, dueAt } }: { of: Pick<Row<'listRequests'>, 'clock' | 'dueAt'> }) {
  const { t } = useTranslation();
  const now = useNow();
  if (clock === null) return <Deadline dueAt={dueAt} />;
  const { workdays, workdaysLeft } = clock;
  const standing = standingOf(clock, now);
  const { icon, tone } = looks[standing];
  return (
    <span className={`deadline deadline-${tone}`}>
      <span className="deadline-words">
        <Icon name={icon} size={14} />
        {t(`requests.sla.${standing}`)} ·{' '}
        {standing === 'over' ? t('requests.sla.late', { count: Math.max(0, -workdaysLeft) }) : t('requests.sla.left', { count: workdaysLeft, of: workdays })}
      </span>
      <time dateTime={clock.dueAt}>{instant(clock.dueAt)}</time>
      <Meter label={t('requests.sla.used')} used={workdays - workdaysLeft} of={workdays} />
    </span>
  );
}
