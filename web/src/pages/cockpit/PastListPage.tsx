import { transferMeasures, type TransferMeasure } from '@zhitong/catalogue/codes-members.ts';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { Row } from '../../api/client.ts';
import { useOrganizationNames, usePersonNames } from '../../api/names.ts';
import { useRead } from '../../api/reading.ts';
import { NotFound } from '../../shell/NotFound.tsx';
import { Page } from '../../shell/Page.tsx';
import { useAddress, useScope } from '../../shell/scope.ts';
import { plainDate, today } from '../../ui/formats.ts';
import { StateTag, Word } from '../../ui/StateTag.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { useList } from '../../ui/table/use-list.ts';
import { Watermark } from '../../ui/Watermark.tsx';
import { useMetricWords } from './metric-words.ts';
import { pastFigures, type Then } from './past.ts';

/** The list behind a figure of a past day: exactly as many rows. */
export default function PastListPage() {
  const words = useMetricWords();
  const address = useAddress();
  const { organizationId = '' } = useParams();
  const [params] = useSearchParams();
  const { scope } = useScope();
  const profile = useRead('getOrganization', { organizationId }, { staleTime: 60_000 });
  const then = { organizationId, view: scope.view, asOf: scope.asOf ?? today() };
  const figure = pastFigures.find(({ metric }) => metric === params.get('m'));
  if (figure === undefined) return <NotFound />;
  const { name } = words(figure.metric);
  return (
    <Page title={name} path={[{ label: profile.data?.name ?? '…', to: address(`/cockpit/${organizationId}`) }]}>
      <div className="table-frame">
        <Watermark />
        {figure.report === 'structureReport' ? <Organizations then={then} caption={name} withOfficer={figure.metric === 'then.withOfficer'} /> : null}
        {figure.report === 'memberReport' ? <Members then={then} caption={name} /> : null}
        {figure.report === 'transferReport' ? (
          <Transfers then={then} caption={name} measure={transferMeasures.parse(figure.metric.slice('then.'.length))} />
        ) : null}
      </div>
    </Page>
  );
}

interface ListProps {
  readonly then: Then;
  readonly caption: string;
}

function Organizations({ then, caption, withOfficer }: ListProps & { withOfficer: boolean }) {
  const { t } = useTranslation();
  const address = useAddress();
  const list = useList('structureReportRows', { ...then, ...(withOfficer ? { withOfficer: 'true' as const } : {}) });
  const columns: readonly Column<Row<'structureReportRows'>>[] = [
    {
      key: 'name',
      title: t('orgs.columns.name'),
      fixed: true,
      render: ({ organizationId, name }) => <Link to={address(`/orgs/${organizationId}`)}>{name}</Link>,
    },
    { key: 'kind', title: t('orgs.columns.kind'), width: 10, render: ({ kind }) => <Word set="organizationKind" code={kind} /> },
    { key: 'level', title: t('orgs.columns.level'), width: 8, render: ({ level }) => <Word set="level" code={level} /> },
    { key: 'sector', title: t('orgs.columns.sector'), width: 10, render: ({ sector }) => <Word set="sector" code={sector} /> },
    { key: 'state', title: t('orgs.columns.state'), width: 10, render: ({ state }) => <StateTag set="organizationState" code={state} /> },
    { key: 'from', title: t('orgProfile.since'), width: 9, render: ({ fromOn }) => plainDate(fromOn) },
  ];
  return <DataTable id="organizations-then" caption={caption} list={list} columns={columns} rowKey={(row) => row.organizationId} />;
}

function Members({ then: { organizationId, asOf }, caption }: ListProps) {
  const { t } = useTranslation();
  const address = useAddress();
  const list = useList('memberReportRows', { organizationId, asOf });
  const person = usePersonNames(list.rows?.map((row) => row.personId) ?? []);
  const branch = useOrganizationNames(list.rows?.map((row) => row.branchId) ?? []);
  const columns: readonly Column<Row<'memberReportRows'>>[] = [
    {
      key: 'name',
      title: t('members.columns.name'),
      fixed: true,
      render: ({ personId }) => <Link to={address(`/members/${personId}`)}>{person(personId) ?? '…'}</Link>,
    },
    { key: 'branch', title: t('members.columns.branch'), render: ({ branchId }) => branch(branchId) ?? '…' },
    { key: 'since', title: t('orgProfile.since'), width: 9, render: ({ since }) => plainDate(since) },
  ];
  return <DataTable id="members-then" caption={caption} list={list} columns={columns} rowKey={(row) => row.personId} />;
}

function Transfers({ then: { organizationId, asOf }, caption, measure }: ListProps & { measure: TransferMeasure }) {
  const { t } = useTranslation();
  const address = useAddress();
  const list = useList('transferReportRows', { organizationId, asOf, measure });
  const person = usePersonNames(list.rows?.map((row) => row.personId) ?? []);
  const holder = useOrganizationNames(list.rows?.map((row) => row.organizationId) ?? []);
  const columns: readonly Column<Row<'transferReportRows'>>[] = [
    {
      key: 'name',
      title: t('members.columns.name'),
      fixed: true,
      render: ({ transferId, personId }) => <Link to={address(`/transfers/${transferId}`)}>{person(personId) ?? '…'}</Link>,
    },
    { key: 'holder', title: t('cockpit.past.holder'), render: (row) => holder(row.organizationId) ?? '…' },
    { key: 'step', title: t('transfers.columns.step'), width: 10, render: ({ step }) => <StateTag set="transferStep" code={step} /> },
    { key: 'requested', title: t('cockpit.past.requested'), width: 9, render: ({ requestedOn }) => plainDate(requestedOn) },
    { key: 'on', title: t('orgProfile.since'), width: 9, render: ({ on }) => plainDate(on) },
    { key: 'due', title: t('cockpit.past.due'), width: 9, render: ({ dueOn }) => plainDate(dueOn) },
  ];
  return <DataTable id="transfers-then" caption={caption} list={list} columns={columns} rowKey={(row) => row.transferId} />;
}
