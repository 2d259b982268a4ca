import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Row } from '../../api/client.ts';
import { Page } from '../../shell/Page.tsx';
import { useAddress, useScope } from '../../shell/scope.ts';
import { plainDate } from '../../ui/formats.ts';
import { OrganizationName } from '../../ui/names.tsx';
import { Tag } from '../../ui/StateTag.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { useList } from '../../ui/table/use-list.ts';
import { useQuarter } from './quarter.ts';
import { comma } from '../../i18n/comma.ts';

type Guide = Row<'listTopicGuides'>;

/** LINK-12: topic guides of the city and supplements of districts, the last quarter first. */
export default function GuidesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const address = useAddress();
  const quarter = useQuarter();
  const { organizationId } = useScope().scope;
  const list = useList('listTopicGuides', { organizationId });
  const to = ({ directiveId }: Guide) => address(`/guides/${directiveId}`);
  const columns: readonly Column<Guide>[] = [
    { key: 'name', title: t('guides.name'), fixed: true, render: (row) => <Link to={to(row)}>{row.title ?? '—'}</Link> },
    { key: 'quarter', title: t('guides.quarter'), width: 11, render: (row) => quarter(row.quarter) },
    { key: 'kind', title: t('guides.kind'), width: 8, render: ({ supplement }) => t(supplement ? 'guides.kinds.supplement' : 'guides.kinds.guide') },
    { key: 'issuer', title: t('guides.issuer'), render: ({ issuerId }) => <OrganizationName id={issuerId} /> },
    { key: 'topics', title: t('guides.topics'), render: ({ topicCodes }) => topicCodes.join(comma()) },
    { key: 'issuedOn', title: t('guides.issuedOn'), width: 12, render: (row) => <IssuedOn guide={row} /> },
    { key: 'state', title: t('guides.state'), width: 7, render: ({ state }) => t(`guides.states.${state}`) },
  ];
  return (
    <Page title={t('guides.title')}>
      <div className="stack">
        <p className="quiet">{t('guides.hint')}</p>
        <DataTable
          id="guides"
          caption={t('guides.title')}
          list={list}
          columns={columns}
          rowKey={({ directiveId }) => directiveId}
          onOpen={(row) => void navigate(to(row))}
        />
      </div>
    </Page>
  );
}

function IssuedOn({ guide: { issuedOn, late } }: { readonly guide: Guide }) {
  const { t } = useTranslation();
  return (
    <span className="row">
      {plainDate(issuedOn)}
      {late ? (
        <Tag tone="warn" icon="warning">
          {t('guides.late')}
        </Tag>
      ) : null}
    </span>
  );
}
