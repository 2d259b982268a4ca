import { useTranslation } from 'react-i18next';
import { usePersonNames } from '../../api/names.ts';
import { useRead } from '../../api/reading.ts';
import { Panel } from '../../ui/Panel.tsx';
import { Tag } from '../../ui/StateTag.tsx';
import { Watermark } from '../../ui/Watermark.tsx';

/** ORG-42: leaders of a branch and what each has done in it this year; nothing where it has none. */
export function BranchLeaders({ organizationId }: { readonly organizationId: string }) {
  const { t } = useTranslation();
  const { data } = useRead('branchLeaders', { organizationId, limit: 50 });
  const name = usePersonNames(data?.items.map(({ personId }) => personId) ?? []);
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Panel title={t('meetings.leaders.title')}>
      <Watermark />
      <ul className="stack">
        {data.items.map((life) => (
          <li key={life.personId} className="row">
            <strong>{name(life.personId) ?? '…'}</strong>
            <span>{t('meetings.leaders.done', life)}</span>
            <Tag tone={life.met ? 'ok' : life.warned ? 'warn' : 'neutral'} icon={life.met ? 'check' : 'clock'}>
              {t(life.met ? 'meetings.leaders.met' : life.warned ? 'meetings.leaders.warned' : 'meetings.leaders.open')}
            </Tag>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
