import { useTranslation } from 'react-i18next';
import type { Row } from '../../api/client.ts';
import { useOrganizationNames } from '../../api/names.ts';
import { Page } from '../../shell/Page.tsx';
import { useSession } from '../../shell/session.tsx';
import { DateInput } from '../../ui/dates/DateInput.tsx';
import { instant, number, today } from '../../ui/formats.ts';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { useFilters } from '../../ui/table/use-filters.ts';
import { useList } from '../../ui/table/use-list.ts';
import { Timeline } from '../../ui/Timeline.tsx';
import { ChangeSetting, mayChange } from './ChangeSetting.tsx';
import { useSettingWords } from './setting-words.ts';

type Setting = Row<'listSettings'>;

/** P34: every figure that a rule takes from a setting, in force on a day, with all that was ever decided about it. */
export default function SettingsPage() {
  const { t } = useTranslation();
  const { grant } = useSession();
  const { values, set, clear, filtered } = useFilters('on');
  const on = values.on ?? today();
  const list = useList('listSettings', { organizationId: grant.organizationId, on });
  return (
    <Page title={t('settings.title')}>
      <DataTable
        id="settings"
        caption={t('settings.title')}
        list={list}
        columns={useColumns(list.rows ?? [], on)}
        rowKey={({ key }) => key}
        filtered={filtered}
        onClearFilters={clear}
        filters={
          <label>
            {t('settings.on')}
            <DateInput aria-label={t('settings.on')} value={on} onChange={(day) => set({ on: day })} />
          </label>
        }
      />
    </Page>
  );
}

function useColumns(rows: readonly Setting[], on: string): readonly Column<Setting>[] {
  const { t } = useTranslation();
  const { grant } = useSession();
  const words = useSettingWords();
  const organization = useOrganizationNames(rows.flatMap(({ changes }) => changes.map(({ organizationId }) => organizationId)));
  const history = (changes: Setting['changes']) => (
    <details>
      <summary>{t('settings.changed', { count: changes.length })}</summary>
      <Timeline
        entries={changes.toReversed().map(({ organizationId, value, effectiveOn, recordedAt, reason }) => ({
          key: `${organizationId} ${effectiveOn} ${recordedAt}`,
          when: effectiveOn,
          what: t('settings.became', { value: words.value(value), organization: organization(organizationId) ?? organizationId }),
          note: [reason, t('settings.recorded', { time: instant(recordedAt) })].filter(Boolean).join(' · '),
        }))}
      />
    </details>
  );
  return [
    {
      key: 'name',
      title: t('settings.columns.name'),
      fixed: true,
      render: ({ key }) => (
        <>
          {words.name(key)}
          <br />
          <code className="quiet">{key}</code>
        </>
      ),
    },
    { key: 'value', title: t('settings.columns.value'), width: 11, render: ({ value }) => <strong>{words.value(value)}</strong> },
    { key: 'default', title: t('settings.columns.default'), width: 10, render: ({ defaultValue }) => words.value(defaultValue) },
    { key: 'range', title: t('settings.columns.range'), width: 8, render: ({ min, max }) => (min === null ? '—' : `${number(min)} – ${number(max)}`) },
    { key: 'who', title: t('settings.columns.who'), width: 8, render: ({ who }) => t(`settings.who.${who}`) },
    { key: 'usedBy', title: t('settings.columns.usedBy'), width: 9, render: ({ usedBy }) => usedBy },
    {
      key: 'history',
      title: t('settings.columns.history'),
      width: 16,
      render: ({ changes }) => (changes.length === 0 ? t('settings.never') : history(changes)),
    },
    {
      key: 'act',
      title: t('ui.actions'),
      width: 6,
      render: (setting) => (mayChange(setting, grant) ? <ChangeSetting setting={setting} on={on} /> : null),
    },
  ];
}
