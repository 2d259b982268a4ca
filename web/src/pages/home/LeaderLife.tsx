import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/reading.ts';
import { Icon } from '../../ui/Icon.tsx';

/** ORG-42: what a leader still owes of the year in the own branch. */
export function LeaderLife() {
  const { t } = useTranslation();
  const life = useRead('myLeaderLife', {}, { staleTime: 60_000 }).data?.life;
  if (life === null || life === undefined) return null;
  return (
    <p className={life.met || !life.warned ? 'band band-info' : 'band band-warn'} role="status">
      <Icon name={life.met ? 'check' : 'clock'} />
      {t('home.leader', life)}
    </p>
  );
}
