import { dutyStates, yearlyDutyKinds } from '@zhitong/catalogue/codes-meetings.ts';
import { useTranslation } from 'react-i18next';
import type { Row } from '../../api/client.ts';
import { usePersonNames } from '../../api/names.ts';
import { Page } from '../../shell/Page.tsx';
import { useAddress, useScope } from '../../shell/scope.ts';
import { useSession } from '../../shell/session.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import type { IconName } from '../../ui/Icon.tsx';
import { OrganizationName } from '../../ui/names.tsx';
import { Tag, type Tone } from '../../ui/StateTag.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { FilterBy } from '../../ui/table/FilterBy.tsx';
import { codeIn, useFilters } from '../../ui/table/use-filters.ts';
import { useList } from '../../ui/table/use-list.ts';
import { RecordLecture, RecordTalk } from './RecordButtons.tsx';

type Duty = Row<'listYearlyDuties'>;

/** ORG-41, ORG-43: what committees owe once a year, who is to do it, and whether it is done. */
export default function DutiesPage() {
  const { t } = useTranslation();
  const address = useAddress();
  const { can } = useSession();
  const { organizationId, view } = useScope().scope;
  const { values, set, clear, filtered } = useFilters('kind', 'state');
  const list = useList('listYearlyDuties', { organizationId, view, kind: codeIn(yearlyDutyKinds, values.kind), state: codeIn(dutyStates, values.state) });
  const choice = (field: 'kind' | 'state', codes: readonly string[], word: 'kinds' | 'states') => (
    <FilterBy
      key={field}
      label={t(`duties.${field}`)}
      value={values[field]}
      onChange={(chosen) => set({ [field]: chosen })}
      options={codes.map((value) => ({ value, label: t(`duties.${word}.${value}` as 'duties.kinds.twoWayTalk') }))}
    />
  );
  return (
    <Page
      title={t('duties.title')}
      actions={
        <>
          {can('post.change') ? <ButtonLink to={address('/leaders')}>{t('duties.leaders')}</ButtonLink> : null}
          <ButtonLink to={address('/duties/records')}>{t('duties.records')}</ButtonLink>
          {can('meeting.keep') ? <RecordLecture organizationId={organizationId} /> : null}
          {can('meeting.keep') ? <RecordTalk organizationId={organizationId} /> : null}
        </>
      }
    >
      <div className="stack">
        <p className="quiet">{t('duties.hint')}</p>
        <DataTable
          id="yearly-duties"
          caption={t('duties.title')}
          list={list}
          columns={useColumns(list.rows ?? [])}
          rowKey={(row) => `${row.kind}${row.organizationId}${row.branchId ?? ''}`}
          filtered={filtered}
          onClearFilters={clear}
          filters={
            <>
              {choice('kind', yearlyDutyKinds.values, 'kinds')}
              {choice('state', dutyStates.values, 'states')}
            </>
          }
        />
      </div>
    </Page>
  );
}

const looks: Readonly<Record<Duty['state'], readonly [Tone, IconName]>> = { met: ['ok', 'check'], open: ['neutral', 'clock'], missed: ['danger', 'warning'] };

function useColumns(rows: readonly Duty[]): readonly Column<Duty>[] {
  const { t } = useTranslation();
  const name = usePersonNames(rows.flatMap(({ secretaryId, branchSecretaryId }) => [secretaryId, branchSecretaryId]));
  const person = (id: string | null) => (id === null ? '—' : (name(id) ?? '…'));
  return [
    { key: 'organization', title: t('duties.organization'), fixed: true, render: (row) => <OrganizationName id={row.organizationId} /> },
    { key: 'kind', title: t('duties.kind'), width: 9, render: ({ kind }) => t(`duties.kinds.${kind}`) },
    { key: 'secretary', title: t('duties.secretary'), width: 7, render: ({ secretaryId }) => person(secretaryId) },
    { key: 'branch', title: t('duties.branch'), render: ({ branchId }) => (branchId === null ? '—' : <OrganizationName id={branchId} />) },
    {
      key: 'other',
      title: t('duties.branchSecretary'),
      width: 7,
      render: ({ branchId, branchSecretaryId }) => (branchId === null ? '—' : person(branchSecretaryId)),
    },
    {
      key: 'state',
      title: t('duties.state'),
      width: 10,
      render: ({ state, done, needed }) => (
        <Tag tone={looks[state][0]} icon={looks[state][1]}>
          {t('duties.count', { state: t(`duties.states.${state}`), done, needed })}
        </Tag>
      ),
    },
  ];
}
