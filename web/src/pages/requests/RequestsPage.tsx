import { requestStates } from '@zhitong/catalogue/codes-link.ts';
import { Checkbox, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { Row } from '../../api/client.ts';
import { Page } from '../../shell/Page.tsx';
import { useAddress, useLookAs, useScope } from '../../shell/scope.ts';
import { useSession } from '../../shell/session.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { instant } from '../../ui/formats.ts';
import { StateTag, Tag, useWord, Word } from '../../ui/StateTag.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { FilterBy } from '../../ui/table/FilterBy.tsx';
import { codeIn, useFilters } from '../../ui/table/use-filters.ts';
import { useList } from '../../ui/table/use-list.ts';
import { Board } from './Board.tsx';
import { SlaClock } from './SlaClock.tsx';

const roles = ['submitter', 'holder', 'informed'] as const;

export default function RequestsPage() {
  const { t } = useTranslation();
  const { can, grant } = useSession();
  const address = useAddress();
  const [params, setParams] = useSearchParams();
  const { values, set } = useFilters('role');
  const role = roles.find((one) => one === values.role) ?? (can('request.handle') && grant.level !== 'base' ? 'holder' : 'submitter');
  const look = params.get('look') === 'table' ? 'table' : 'board';
  const show = (wanted: string) =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      if (wanted === 'board') after.delete('look');
      else after.set('look', wanted);
      return after;
    });
  return (
    <Page
      title={t('requests.title')}
      actions={
        can('request.submit') ? (
          <ButtonLink primary to={address('/requests/new')}>
            {t('requests.new')}
          </ButtonLink>
        ) : null
      }
    >
      <div className="stack">
        <div className="row">
          <Segmented
            aria-label={t('requests.title')}
            value={role}
            onChange={(wanted) => set({ role: wanted })}
            options={roles.map((value) => ({ value, label: t(`requests.roles.${value}`) }))}
          />
          <Segmented
            aria-label={`${t('requests.board')} / ${t('requests.table')}`}
            value={look}
            onChange={show}
            options={[
              { value: 'board', label: t('requests.board') },
              { value: 'table', label: t('requests.table') },
            ]}
          />
        </div>
        {look === 'board' ? <Board role={role} /> : <Table role={role} />}
      </div>
    </Page>
  );
}

type Role = (typeof roles)[number];

/** A request of an organization below is read as its holder or submitter reads it. */
function useRequestAddress(role: Role): (row: Row<'listRequests'>) => string {
  const address = useAddress();
  const lookAs = useLookAs();
  return ({ requestId, holder, submitterId }) =>
    address(`/requests/${requestId}`, lookAs(role === 'informed' ? undefined : role === 'holder' ? holder?.organizationId : submitterId));
}

function Table({ role }: { role: Role }) {
  const { t } = useTranslation();
  const word = useWord();
  const navigate = useNavigate();
  const requestAddress = useRequestAddress(role);
  const { scope } = useScope();
  const { values, set, clear, filtered } = useFilters('state', 'overdue', 'below');
  const overdue = values.overdue === 'true' && role !== 'informed';
  const below = overdue && role === 'holder' && values.below === 'true';
  const list = useList(
    'listRequests',
    {
      organizationId: scope.organizationId,
      role,
      ...(overdue ? { overdue: 'true' } : { state: codeIn(requestStates, values.state) }),
      ...(below ? { below: 'true', view: scope.view } : {}),
    },
    { topics: [`inbox:${scope.organizationId}`] },
  );
  return (
    <DataTable
      id="requests"
      caption={t('requests.title')}
      list={list}
      columns={useColumns(role)}
      rowKey={({ requestId }) => requestId}
      filtered={filtered}
      onClearFilters={clear}
      onOpen={(row) => void navigate(requestAddress(row))}
      filters={
        <>
          <FilterBy
            label={t('requests.columns.state')}
            disabled={overdue}
            value={values.state}
            onChange={(state) => set({ state })}
            options={requestStates.values.map((value) => ({ value, label: word('requestState', value) }))}
          />
          <Checkbox
            disabled={role === 'informed'}
            checked={overdue}
            onChange={({ target }) => set({ overdue: target.checked ? 'true' : undefined, state: undefined })}
          >
            {t('requests.onlyOverdue')}
          </Checkbox>
          <Checkbox disabled={!overdue || role !== 'holder'} checked={below} onChange={({ target }) => set({ below: target.checked ? 'true' : undefined })}>
            {t('orgs.includeBelow')}
          </Checkbox>
        </>
      }
    />
  );
}

function useColumns(role: Role): readonly Column<Row<'listRequests'>>[] {
  const { t } = useTranslation();
  const requestAddress = useRequestAddress(role);
  return [
    {
      key: 'topic',
      title: t('requests.columns.topic'),
      fixed: true,
      render: (row) => (
        <span className="row">
          <Link to={requestAddress(row)}>
            <Word set="requestTopic" code={row.topicCode} />
          </Link>
          {row.urgent ? (
            <Tag tone="danger" icon="warning">
              {t('directives.urgent')}
            </Tag>
          ) : null}
        </span>
      ),
    },
    { key: 'submitter', title: t('requests.columns.submitter'), width: 15, render: ({ submitterName }) => submitterName },
    { key: 'holder', title: t('requests.columns.holder'), width: 15, render: ({ holderName }) => holderName ?? '—' },
    { key: 'state', title: t('requests.columns.state'), width: 9, render: ({ state }) => <StateTag set="requestState" code={state} /> },
    {
      key: 'due',
      title: t('requests.columns.due'),
      width: 16,
      render: (row) => <SlaClock of={row} />,
    },
    { key: 'submitted', title: t('requests.columns.submitted'), width: 11, render: ({ submittedAt }) => instant(submittedAt) },
  ];
}
