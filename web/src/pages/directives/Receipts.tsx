import { receiptStates } from '@zhitong/catalogue/codes-link.ts';
import { levels } from '@zhitong/catalogue/codes.ts';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Row } from '../../api/client.ts';
import { useSession } from '../../shell/session.tsx';
import { Deadline } from '../../ui/Deadline.tsx';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import { instant } from '../../ui/formats.ts';
import { Panel } from '../../ui/Panel.tsx';
import { StateTag, useWord, Word } from '../../ui/StateTag.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { FilterBy } from '../../ui/table/FilterBy.tsx';
import { codeIn, useFilters } from '../../ui/table/use-filters.ts';
import { useList } from '../../ui/table/use-list.ts';

interface Props {
  readonly directiveId: string;
  readonly organizationId: string;
  readonly issuer: boolean;
}

export function Receipts({ directiveId, organizationId, issuer }: Props) {
  const { t } = useTranslation();
  const word = useWord();
  const { values, set, clear, filtered } = useFilters('level', 'receipt', 'overdue');
  const overdue = values.overdue === 'true';
  const list = useList(
    'listReceipts',
    { directiveId, organizationId, ...(overdue ? { overdue: 'true' } : { level: codeIn(levels, values.level), state: codeIn(receiptStates, values.receipt) }) },
    { topics: [`directive:${directiveId}`] },
  );
  return (
    <Panel title={t('directives.progress.receipts')}>
      <DataTable
        id="receipts"
        caption={t('directives.progress.receipts')}
        list={list}
        columns={useColumns(directiveId, issuer)}
        rowKey={(row) => row.organizationId}
        filtered={filtered}
        onClearFilters={clear}
        filters={
          <>
            <FilterBy
              label={t('directives.progress.level')}
              disabled={overdue}
              value={values.level}
              onChange={(level) => set({ level })}
              options={levels.values.map((value) => ({ value, label: word('level', value) }))}
            />
            <FilterBy
              label={t('directives.columns.state')}
              disabled={overdue}
              value={values.receipt}
              onChange={(receipt) => set({ receipt })}
              options={receiptStates.values.map((value) => ({ value, label: word('receiptState', value) }))}
            />
            <Checkbox checked={overdue} onChange={({ target }) => set({ overdue: target.checked ? 'true' : undefined, level: undefined, receipt: undefined })}>
              {t('directives.progress.overdue')}
            </Checkbox>
          </>
        }
      />
    </Panel>
  );
}

function useColumns(directiveId: string, issuer: boolean): readonly Column<Row<'listReceipts'>>[] {
  const { t } = useTranslation();
  const { can } = useSession();
  return [
    { key: 'name', title: t('directives.progress.organization'), fixed: true, render: ({ name }) => name },
    { key: 'level', title: t('directives.progress.level'), width: 6, render: ({ level }) => <Word set="level" code={level} /> },
    { key: 'state', title: t('directives.columns.state'), width: 9, render: ({ state }) => <StateTag set="receiptState" code={state} /> },
    { key: 'opened', title: t('directives.progress.openedAt'), width: 11, render: ({ openedAt }) => instant(openedAt) },
    { key: 'acknowledged', title: t('directives.progress.acknowledgedAt'), width: 11, render: ({ acknowledgedAt }) => instant(acknowledgedAt) },
    { key: 'reminded', title: t('directives.progress.remindedAt'), width: 11, render: ({ remindedAt }) => instant(remindedAt) },
    { key: 'due', title: t('directives.columns.due'), width: 13, render: ({ dueAt }) => <Deadline dueAt={dueAt} /> },
    {
      key: 'act',
      title: t('ui.actions'),
      width: 8,
      render: ({ state, organizationId }) =>
        issuer && state === 'reported' && can('directive.issue') ? (
          <CommandButton
            small
            act={{
              command: 'returnReport',
              label: t('directives.act.returnReport'),
              changes: ['listReceipts', 'directiveProgress'],
              fields: [
                { name: 'reason', kind: 'area', label: t('directives.act.returnBecause'), required: true },
                { name: 'reportDueOn', kind: 'date', label: t('directives.act.dueOn'), required: true },
              ],
              input: (values) => ({ directiveId, organizationId, reason: values.text('reason'), reportDueOn: values.text('reportDueOn') }),
            }}
          />
        ) : null,
    },
  ];
}
