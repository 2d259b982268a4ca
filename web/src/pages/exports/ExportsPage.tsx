import { exportColumns, listCodes, type ListCode } from '@zhitong/catalogue/codes-files.ts';
import { Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Row } from '../../api/client.ts';
import { usePersonNames } from '../../api/names.ts';
import { useRead } from '../../api/reading.ts';
import { useCommand } from '../../api/writing.ts';
import { Page } from '../../shell/Page.tsx';
import { useSession } from '../../shell/session.tsx';
import { instant, number } from '../../ui/formats.ts';
import { Panel } from '../../ui/Panel.tsx';
import { ProblemPanel } from '../../ui/Problem.tsx';
import { Tag } from '../../ui/StateTag.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { codeIn } from '../../ui/table/use-filters.ts';
import { useList } from '../../ui/table/use-list.ts';

/** P32: a list as a file, for a purpose, for a day; and who has taken which out. */
export default function ExportsPage() {
  const { t } = useTranslation();
  const { grant } = useSession();
  const { organizationId } = grant;
  const list = useList('listExports', { organizationId }, { topics: [`exports:${organizationId}`] });
  return (
    <Page title={t('exports.title')}>
      <div className="stack">
        <Request />
        <DataTable id="exports" caption={t('exports.past')} list={list} columns={useColumns(list.rows ?? [])} rowKey={({ exportId }) => exportId} />
      </div>
    </Page>
  );
}

/** What the list that led here was asked: `q.kind=branch`. */
function useQuestion(list: ListCode): Readonly<Record<string, string>> {
  const { grant } = useSession();
  const [params] = useSearchParams();
  const asked = [...params].flatMap(([name, value]) => (name.startsWith('q.') ? [[name.slice(2), value] as const] : []));
  if (asked.length > 0) return Object.fromEntries(asked);
  return { [list === 'organizations' ? 'scope' : 'organizationId']: grant.organizationId, view: grant.view };
}

/** As many rows as the list has now. */
function useTotal(list: ListCode, question: Readonly<Record<string, string>>) {
  const asked = { ...question, limit: 1 };
  const organizations = useRead('listOrganizations', asked, { enabled: list === 'organizations' });
  const units = useRead('listUnits', asked, { enabled: list === 'units' });
  const { data } = list === 'organizations' ? organizations : units;
  return data === undefined ? '…' : `${number(data.total)}${data.totalMore ? '+' : ''}`;
}

function Request() {
  const { t } = useTranslation();
  const { grant } = useSession();
  const [params, setParams] = useSearchParams();
  const list = codeIn(listCodes, params.get('list') ?? undefined) ?? 'organizations';
  return (
    <Panel title={t('exports.begin')}>
      <div className="stack">
        <label>
          {t('exports.list')}{' '}
          <Select
            value={list}
            onChange={(chosen: ListCode) => setParams({ list: chosen })}
            options={listCodes.values.map((value) => ({ value, label: t(`exports.lists.${value}`) }))}
            popupMatchSelectWidth={false}
          />
        </label>
        <Form key={list} list={list} organizationId={grant.organizationId} />
      </div>
    </Panel>
  );
}

function Form({ list, organizationId }: { list: ListCode; organizationId: string }) {
  const { t } = useTranslation();
  const question = useQuestion(list);
  const total = useTotal(list, question);
  const known = exportColumns[list].values;
  const [columns, setColumns] = useState<readonly string[]>(known);
  const [purpose, setPurpose] = useState('');
  const { run, error, busy } = useCommand('requestExport', { changes: ['listExports'], onDone: () => setPurpose('') });
  const filters = Object.entries(question).map(([name, value]) => ({ name, value }));
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void run({ organizationId, list, columns: known.filter((code) => columns.includes(code)), filters, purpose });
      }}
    >
      <p className="quiet">{t('exports.hint', { total })}</p>
      <fieldset>
        <legend>{t('exports.columns')}</legend>
        <Checkbox.Group
          value={[...columns]}
          onChange={(chosen) => setColumns(chosen.map(String))}
          options={known.map((value) => ({ value, label: t(`exports.of.${list}.${value}` as 'exports.of.units.name') }))}
        />
      </fieldset>
      <label>
        {t('exports.purpose')}
        <Input required minLength={2} maxLength={500} value={purpose} onChange={({ target }) => setPurpose(target.value)} />
      </label>
      <div>
        <Button type="primary" htmlType="submit" loading={busy} disabled={columns.length === 0 || purpose.trim().length < 2}>
          {t('exports.request')}
        </Button>
      </div>
      {error === null ? null : <ProblemPanel error={error} compact />}
    </form>
  );
}

function useColumns(rows: readonly Row<'listExports'>[]): readonly Column<Row<'listExports'>>[] {
  const { t } = useTranslation();
  const { session } = useSession();
  const name = usePersonNames(rows.flatMap(({ requestedById, downloaded }) => [requestedById, ...downloaded.map(({ byId }) => byId)]));
  return [
    { key: 'list', title: t('exports.list'), width: 9, fixed: true, render: ({ list }) => t(`exports.lists.${list}`) },
    { key: 'purpose', title: t('exports.purpose'), render: ({ purpose }) => purpose || '—' },
    { key: 'columns', title: t('exports.columns'), width: 5, align: 'end', render: ({ columns }) => number(columns.length) },
    { key: 'who', title: t('exports.who'), width: 7, render: ({ requestedById }) => name(requestedById) ?? '…' },
    { key: 'requestedAt', title: t('exports.requestedAt'), width: 11, render: ({ requestedAt }) => instant(requestedAt) },
    {
      key: 'downloads',
      title: t('exports.downloads'),
      width: 14,
      render: ({ downloads, downloaded: [last] }) =>
        last === undefined ? '—' : t('exports.downloaded', { times: number(downloads), name: name(last.byId) ?? '…', at: instant(last.at) }),
    },
    {
      key: 'state',
      title: t('exports.state'),
      width: 12,
      render: ({ exportId, requestedById, expired, expiresAt }) =>
        expired ? (
          <Tag tone="neutral" icon="minus">
            {t('exports.expired')}
          </Tag>
        ) : requestedById === session.personId ? (
          <a href={`/api/v1/exports/${exportId}/file`} download>
            {t('exports.download')}
          </a>
        ) : (
          t('exports.until', { at: instant(expiresAt) })
        ),
    },
  ];
}
