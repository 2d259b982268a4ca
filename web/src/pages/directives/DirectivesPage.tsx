import { directiveStates } from '@zhitong/catalogue/codes-link.ts';
import { Checkbox, Select, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { Page } from '../../shell/Page.tsx';
import { useAddress, useLookAs, useScope } from '../../shell/scope.ts';
import { useSession } from '../../shell/session.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Deadline } from '../../ui/Deadline.tsx';
import { instant, number } from '../../ui/formats.ts';
import { OrganizationName } from '../../ui/names.tsx';
import { StateTag, Tag, useWord, Word } from '../../ui/StateTag.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { FilterBy } from '../../ui/table/FilterBy.tsx';
import { codeIn, useFilters } from '../../ui/table/use-filters.ts';
import { useList } from '../../ui/table/use-list.ts';
import type { Row } from '../../api/client.ts';

export default function DirectivesPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const address = useAddress();
  const [params, setParams] = useSearchParams();
  const issues = can('directive.issue');
  const tab = params.get('tab') ?? (issues ? 'issued' : 'inbox');
  const tabs = [...(issues ? [{ key: 'issued', label: t('directives.issued') }] : []), { key: 'inbox', label: t('directives.inbox') }];
  return (
    <Page
      title={t('directives.title')}
      actions={
        issues ? (
          <ButtonLink primary to={address('/directives/new')}>
            {t('directives.new')}
          </ButtonLink>
        ) : null
      }
    >
      <Tabs activeKey={tab} items={tabs} onChange={(key) => setParams({ tab: key })} />
      {tab === 'issued' ? <Issued /> : <Inbox />}
    </Page>
  );
}

type InboxRow = Row<'listInbox'>;
type Titled = Pick<InboxRow, 'directiveId' | 'title' | 'urgent'> & Partial<Pick<InboxRow, 'organizationId'>>;

function useTitle() {
  const { t } = useTranslation();
  const address = useAddress();
  const lookAs = useLookAs();
  return ({ directiveId, title, urgent, organizationId }: Titled) => (
    <span className="row">
      <Link to={address(`/directives/${directiveId}`, lookAs(organizationId))}>{title ?? t('directives.destroyed')}</Link>
      {urgent ? (
        <Tag tone="danger" icon="warning">
          {t('directives.urgent')}
        </Tag>
      ) : null}
    </span>
  );
}

function Issued() {
  const { t } = useTranslation();
  const word = useWord();
  const navigate = useNavigate();
  const title = useTitle();
  const { organizationId } = useScope().scope;
  const { values, set, clear, filtered } = useFilters('state');
  const list = useList('listDirectives', { organizationId, state: codeIn(directiveStates, values.state) }, { topics: [`inbox:${organizationId}`] });
  const columns: readonly Column<Row<'listDirectives'>>[] = [
    { key: 'title', title: t('directives.columns.title'), fixed: true, render: title },
    { key: 'kind', title: t('directives.columns.kind'), width: 8, render: ({ kind }) => <Word set="directiveKind" code={kind} /> },
    { key: 'state', title: t('directives.columns.state'), width: 8, render: ({ state }) => <StateTag set="directiveState" code={state} /> },
    { key: 'addressees', title: t('directives.columns.addressees'), width: 8, align: 'end', render: ({ addressees }) => number(addressees) },
    { key: 'issuedAt', title: t('directives.columns.issuedAt'), width: 11, render: ({ issuedAt }) => instant(issuedAt) },
    { key: 'dueAt', title: t('directives.columns.dueAt'), width: 11, render: ({ acknowledgeDueAt }) => instant(acknowledgeDueAt) },
    { key: 'reportDueAt', title: t('directives.columns.reportDueAt'), width: 11, render: ({ reportDueAt }) => instant(reportDueAt) },
  ];
  return (
    <DataTable
      id="directives"
      caption={t('directives.issued')}
      list={list}
      columns={columns}
      rowKey={({ directiveId }) => directiveId}
      filtered={filtered}
      onClearFilters={clear}
      onOpen={({ directiveId }) => void navigate(`/directives/${directiveId}`)}
      filters={
        <FilterBy
          label={t('directives.columns.state')}
          value={values.state}
          onChange={(state) => set({ state })}
          options={directiveStates.values.map((value) => ({ value, label: word('directiveState', value) }))}
        />
      }
    />
  );
}

const boxes = ['all', 'open', 'unread', 'toAcknowledge', 'toReport', 'informed', 'overdueBelow'] as const;

function Inbox() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const title = useTitle();
  const address = useAddress();
  const lookAs = useLookAs();
  const { organizationId, view } = useScope().scope;
  const { values, set, clear, filtered } = useFilters('box', 'below');
  const box = boxes.find((one) => one === values.box) ?? 'all';
  const below = box === 'toAcknowledge' && values.below === 'true';
  const list = useList('listInbox', { organizationId, box, ...(below ? { below: 'true', view } : {}) }, { topics: [`inbox:${organizationId}`] });
  const addressees = below || box === 'overdueBelow';
  const columns: readonly Column<Row<'listInbox'>>[] = [
    { key: 'title', title: t('directives.columns.title'), fixed: true, render: title },
    { key: 'kind', title: t('directives.columns.kind'), width: 8, render: ({ kind }) => <Word set="directiveKind" code={kind} /> },
    { key: 'issuer', title: t('directives.columns.issuer'), width: 16, render: ({ issuerId }) => <OrganizationName id={issuerId} plain /> },
    ...(addressees
      ? [
          {
            key: 'addressee',
            title: t('directives.columns.addressee'),
            width: 16,
            render: (row: InboxRow) => <OrganizationName id={row.organizationId} plain />,
          },
        ]
      : []),
    { key: 'receipt', title: t('directives.columns.receipt'), width: 9, render: ({ receiptState }) => <StateTag set="receiptState" code={receiptState} /> },
    { key: 'due', title: t('directives.columns.due'), width: 13, render: ({ dueAt }) => <Deadline dueAt={dueAt} /> },
    { key: 'issuedAt', title: t('directives.columns.issuedAt'), width: 11, render: ({ issuedAt }) => instant(issuedAt) },
  ];
  return (
    <DataTable
      id="inbox"
      caption={t('directives.inbox')}
      list={list}
      columns={columns}
      rowKey={(row) => `${row.directiveId}${row.organizationId}`}
      filtered={filtered}
      onClearFilters={clear}
      onOpen={({ directiveId, organizationId: addressee }) => void navigate(address(`/directives/${directiveId}`, lookAs(addressee)))}
      filters={
        <>
          <label>
            {t('directives.columns.receipt')}
            <Select
              value={box}
              onChange={(value) => set({ box: value === 'all' ? undefined : value, below: undefined })}
              options={boxes.map((value) => ({ value, label: t(`directives.boxes.${value}`) }))}
            />
          </label>
          <Checkbox disabled={box !== 'toAcknowledge'} checked={below} onChange={({ target }) => set({ below: target.checked ? 'true' : undefined })}>
            {t('orgs.includeBelow')}
          </Checkbox>
        </>
      }
    />
  );
}
