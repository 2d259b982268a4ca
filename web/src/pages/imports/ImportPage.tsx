import { findingKinds } from '@zhitong/catalogue/codes-files.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Output, Row } from '../../api/client.ts';
import { refresh, useRead } from '../../api/reading.ts';
import { useLive, usePollSeconds } from '../../live/use-live.ts';
import { isMissing, NotFound } from '../../shell/NotFound.tsx';
import { Page } from '../../shell/Page.tsx';
import { useAddress } from '../../shell/scope.ts';
import { useSession } from '../../shell/session.tsx';
import { Meter } from '../../ui/Deadline.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import { instant, number } from '../../ui/formats.ts';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { FilterBy } from '../../ui/table/FilterBy.tsx';
import { codeIn, useFilters } from '../../ui/table/use-filters.ts';
import { useList } from '../../ui/table/use-list.ts';
import { ImportState } from './ImportState.tsx';

type Import = Output<'getImport'>;
const changes = ['getImport', 'listImports', 'listImportFindings'] as const;

/** P31: how far an import is, what is wrong with which cell, and what came of it. */
export default function ImportPage() {
  const { t } = useTranslation();
  const address = useAddress();
  const client = useQueryClient();
  const { importId = '' } = useParams();
  const query = useRead('getImport', { importId }, { pollSeconds: usePollSeconds() });
  useLive([`import:${importId}`], () => void refresh(client, changes));
  const { data } = query;
  if (isMissing(query.error)) return <NotFound />;
  const title = data === undefined ? t('imports.one') : t('imports.of', { sheet: t(`imports.sheets.${data.sheet}`) });
  return (
    <Page title={title} path={[{ label: t('imports.title'), to: address('/imports') }]} actions={data === undefined ? null : <Actions of={data} />}>
      <div className="stack">
        <Panel title={t('imports.progress')}>
          <Loading of={query}>{(found) => <Progress of={found} />}</Loading>
        </Panel>
        {data?.state === 'expired' ? <p>{t('imports.gone')}</p> : <Findings importId={importId} />}
      </div>
    </Page>
  );
}

function Actions({ of: { importId, state, right, openedById, wrong, known, refused, alreadyIn } }: { of: Import }) {
  const { t } = useTranslation();
  const { session } = useSession();
  const found = wrong + known + refused + alreadyIn > 0 && state !== 'expired';
  const open = ['receiving', 'checking', 'checked', 'writing'].includes(state);
  const input = () => ({ importId });
  return (
    <>
      {found ? (
        <a href={`/api/v1/imports/${importId}/errors`} download>
          {t('imports.errorFile')}
        </a>
      ) : null}
      {open ? <CommandButton act={{ command: 'cancelImport', label: t('imports.cancel'), changes, consequences: t('imports.cancelHint'), input }} /> : null}
      {state === 'checked' && right > 0 && openedById === session.personId ? (
        <CommandButton primary act={{ command: 'startImport', label: t('imports.start', { count: right }), changes, input }} />
      ) : null}
    </>
  );
}

function Progress({ of: { state, rows, checked, right, known, wrong, written, alreadyIn, refused, left, openedAt, expiresAt } }: { of: Import }) {
  const { t } = useTranslation();
  const done = written + alreadyIn + refused;
  const writes = done > 0 || ['writing', 'cancelling', 'finished'].includes(state);
  return (
    <div className="stack" aria-live="polite">
      <p>
        <ImportState state={state} />
      </p>
      <div>
        {t('imports.checkedOf', { done: number(checked), of: number(rows) })}
        <Meter label={t('imports.checking')} used={checked} of={rows} />
      </div>
      {writes ? (
        <div>
          {t('imports.writtenOf', { done: number(done), of: number(right) })}
          <Meter label={t('imports.writing')} used={done} of={right} />
        </div>
      ) : null}
      <Facts
        of={[
          [t('imports.right'), number(right)],
          [t('imports.known'), number(known)],
          [t('imports.wrong'), number(wrong)],
          ...(writes || state === 'cancelled'
            ? ([
                [t('imports.written'), number(written)],
                [t('imports.alreadyIn'), number(alreadyIn)],
                [t('imports.refused'), number(refused)],
                [t('imports.left'), number(left)],
              ] as const)
            : []),
          [t('imports.openedAt'), instant(openedAt)],
          [t('imports.expiresAt'), instant(expiresAt)],
        ]}
      />
    </div>
  );
}

function Findings({ importId }: { importId: string }) {
  const { t } = useTranslation();
  const { values, set, clear, filtered } = useFilters('kind');
  const list = useList('listImportFindings', { importId, kind: codeIn(findingKinds, values.kind) });
  return (
    <DataTable
      id="import-findings"
      caption={t('imports.findings')}
      list={list}
      columns={useColumns()}
      rowKey={({ row, column, kind }) => `${row}.${column ?? ''}.${kind}`}
      filtered={filtered}
      onClearFilters={clear}
      filters={
        <FilterBy
          label={t('imports.kind')}
          value={values.kind}
          onChange={(kind) => set({ kind })}
          options={findingKinds.values.map((value) => ({ value, label: t(`imports.kinds.${value}`) }))}
        />
      }
    />
  );
}

function useColumns(): readonly Column<Row<'listImportFindings'>>[] {
  const { t } = useTranslation();
  return [
    { key: 'row', title: t('imports.row'), width: 5, align: 'end', fixed: true, render: ({ row }) => row },
    { key: 'column', title: t('imports.column'), width: 8, render: ({ heading }) => heading || '—' },
    { key: 'value', title: t('imports.value'), width: 10, render: ({ value }) => value || '—' },
    { key: 'kind', title: t('imports.kind'), width: 7, render: ({ kind }) => t(`imports.kinds.${kind}`) },
    { key: 'reason', title: t('imports.reason'), render: ({ reason }) => reason },
    { key: 'hint', title: t('imports.mend'), render: ({ hint }) => hint || '—' },
  ];
}
