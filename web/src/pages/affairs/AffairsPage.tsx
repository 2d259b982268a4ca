import { affairTypes } from '@zhitong/catalogue/codes-meetings.ts';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Row } from '../../api/client.ts';
import { Page } from '../../shell/Page.tsx';
import { useAddress, useScope } from '../../shell/scope.ts';
import { useSession } from '../../shell/session.tsx';
import { plainDate } from '../../ui/formats.ts';
import { Tag } from '../../ui/StateTag.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { FilterBy } from '../../ui/table/FilterBy.tsx';
import { codeIn, useFilters } from '../../ui/table/use-filters.ts';
import { useList } from '../../ui/table/use-list.ts';
import { Consult, Publish } from './AffairActions.tsx';
import { useType, useTypes } from './words.ts';

/** Open party affairs of one organization: what its members were asked about and told of, the last one first (ORG-45). */
export default function AffairsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const address = useAddress();
  const { can } = useSession();
  const { organizationId } = useScope().scope;
  const { values, set, clear, filtered } = useFilters('type');
  const list = useList('listAffairs', { organizationId, type: codeIn(affairTypes, values.type) }, { topics: [`affairs:${organizationId}`] });
  return (
    <Page
      title={t('affairs.title')}
      actions={
        can('meeting.keep') ? (
          <>
            <Consult organizationId={organizationId} />
            <Publish organizationId={organizationId} />
          </>
        ) : null
      }
    >
      <DataTable
        id="affairs"
        caption={t('affairs.title')}
        list={list}
        columns={useColumns()}
        rowKey={({ affairId }) => affairId}
        filtered={filtered}
        onClearFilters={clear}
        onOpen={({ affairId }) => void navigate(address(`/affairs/${affairId}`))}
        filters={<FilterBy label={t('affairs.type')} value={values.type} onChange={(type) => set({ type })} options={useTypes()} />}
      />
    </Page>
  );
}

function useColumns(): readonly Column<Row<'listAffairs'>>[] {
  const { t } = useTranslation();
  const type = useType();
  const address = useAddress();
  return [
    {
      key: 'subject',
      title: t('affairs.subject'),
      fixed: true,
      render: ({ affairId, subject }) => <Link to={address(`/affairs/${affairId}`)}>{subject || '—'}</Link>,
    },
    { key: 'type', title: t('affairs.type'), width: 8, render: (row) => type(row.type) },
    {
      key: 'consultation',
      title: t('affairs.consultation'),
      render: ({ consultation }) => (consultation === null ? '—' : t('affairs.counts', { ...consultation })),
    },
    { key: 'untilOn', title: t('affairs.shownUntil'), width: 9, render: ({ untilOn }) => plainDate(untilOn) },
    {
      key: 'objections',
      title: t('affairs.objections'),
      width: 10,
      render: ({ objections, unanswered }) =>
        unanswered === 0 ? (
          objections
        ) : (
          <Tag tone="warn" icon="clock">
            {t('affairs.unanswered', { objections, unanswered })}
          </Tag>
        ),
    },
  ];
}
