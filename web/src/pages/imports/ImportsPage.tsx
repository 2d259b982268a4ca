import { sheetCodes, type SheetCode } from '@zhitong/catalogue/codes-files.ts';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Row } from '../../api/client.ts';
import { ApiError } from '../../api/problem.ts';
import { usePersonNames } from '../../api/names.ts';
import { useUpload } from '../../api/upload.ts';
import { Page } from '../../shell/Page.tsx';
import { useAddress } from '../../shell/scope.ts';
import { useSession } from '../../shell/session.tsx';
import { instant, number } from '../../ui/formats.ts';
import { Panel } from '../../ui/Panel.tsx';
import { ProblemPanel } from '../../ui/Problem.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { useList } from '../../ui/table/use-list.ts';
import { ImportState } from './ImportState.tsx';

export { JobTray } from './JobTray.tsx';

const rights = { organizations: 'organization.propose', units: 'organization.change' } as const satisfies Record<SheetCode, string>;

/** P31: a file is sent, every row of it checked, and the right ones written. */
export default function ImportsPage() {
  const { t } = useTranslation();
  const address = useAddress();
  const navigate = useNavigate();
  const { grant } = useSession();
  const list = useList('listImports', { organizationId: grant.organizationId });
  return (
    <Page title={t('imports.title')}>
      <div className="stack">
        <Upload onDone={({ id }) => void navigate(address(`/imports/${id}`))} />
        <DataTable
          id="imports"
          caption={t('imports.past')}
          list={list}
          columns={useColumns(list.rows ?? [])}
          rowKey={({ importId }) => importId}
          onOpen={({ importId }) => void navigate(address(`/imports/${importId}`))}
        />
      </div>
    </Page>
  );
}

function Upload({ onDone }: { onDone: (receipt: { readonly id: string }) => void }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const offered = sheetCodes.values.filter((code) => can(rights[code]));
  const [sheet, setSheet] = useState<SheetCode>(offered[0] ?? 'organizations');
  const [file, setFile] = useState<File>();
  const { run, error, busy } = useUpload(onDone);
  return (
    <Panel title={t('imports.begin')}>
      <div className="stack">
        <p className="quiet">{t('imports.hint')}</p>
        <div className="row">
          <label>
            {t('imports.sheet')}{' '}
            <Select
              value={sheet}
              onChange={setSheet}
              options={offered.map((value) => ({ value, label: t(`imports.sheets.${value}`) }))}
              popupMatchSelectWidth={false}
            />
          </label>
          <a href={`/api/v1/import-templates/${sheet}`} download>
            {t('imports.template')}
          </a>
          <label className="button">
            {t('imports.file')}
            <input className="visually-hidden" type="file" accept=".xlsx" onChange={({ target }) => setFile(target.files?.[0])} />
          </label>
          <span className="quiet">{file?.name ?? t('imports.noFile')}</span>
          <Button type="primary" loading={busy} disabled={file === undefined} onClick={() => void (file && run({ sheet, file }))}>
            {t('imports.upload')}
          </Button>
        </div>
        {error === null ? null : <RefusedFile error={error} />}
      </div>
    </Panel>
  );
}

/** Why a file is not read, and what to do about it. */
function RefusedFile({ error }: { error: unknown }) {
  const { t, i18n } = useTranslation();
  const { reason, columns } = error instanceof ApiError ? error.problem.details : {};
  const key = `imports.faults.${typeof reason === 'string' ? reason : ''}`;
  return (
    <div className="stack">
      <ProblemPanel error={error} compact />
      {i18n.exists(key) ? <p>{t(key as 'imports.faults.broken')}</p> : null}
      {Array.isArray(columns) ? <p>{columns.join(t('imports.comma'))}</p> : null}
    </div>
  );
}

function useColumns(rows: readonly Row<'listImports'>[]): readonly Column<Row<'listImports'>>[] {
  const { t } = useTranslation();
  const address = useAddress();
  const name = usePersonNames(rows.map(({ openedById }) => openedById));
  return [
    {
      key: 'sheet',
      title: t('imports.sheet'),
      fixed: true,
      render: ({ importId, sheet }) => <Link to={address(`/imports/${importId}`)}>{t(`imports.sheets.${sheet}`)}</Link>,
    },
    { key: 'state', title: t('imports.state'), width: 9, render: ({ state }) => <ImportState state={state} /> },
    { key: 'rows', title: t('imports.rows'), width: 6, align: 'end', render: ({ rows: of }) => number(of) },
    { key: 'written', title: t('imports.written'), width: 6, align: 'end', render: ({ written }) => number(written) },
    { key: 'known', title: t('imports.known'), width: 6, align: 'end', render: ({ known, alreadyIn }) => number(known + alreadyIn) },
    { key: 'wrong', title: t('imports.wrong'), width: 6, align: 'end', render: ({ wrong, refused }) => number(wrong + refused) },
    { key: 'who', title: t('imports.who'), width: 8, render: ({ openedById }) => name(openedById) ?? '…' },
    { key: 'openedAt', title: t('imports.openedAt'), width: 11, render: ({ openedAt }) => instant(openedAt) },
  ];
}
