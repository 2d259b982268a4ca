import { perMille } from '@zhitong/kernel';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Output } from '../../api/client.ts';
import { useRead } from '../../api/reading.ts';
import { useAddress, useScope } from '../../shell/scope.ts';
import { tenths } from '../../ui/formats.ts';

type Counts = Pick<Output<'attendanceReport'>, 'attended' | 'members'>;

export const shareOf = ({ attended, members }: Counts): string => tenths(perMille(attended, members));

/** R-08 of this year so far, and the way to its list. */
export function AttendanceShare() {
  const { t } = useTranslation();
  const address = useAddress();
  const { organizationId, view } = useScope().scope;
  const { data } = useRead('attendanceReport', { organizationId, view });
  return (
    <div>
      <dt>{t('meetings.attendanceShare')}</dt>
      <dd>{data === undefined ? '…' : <Link to={address('/attendance')}>{`${shareOf(data)} · ${t('meetings.took', data)}`}</Link>}</dd>
    </div>
  );
}
