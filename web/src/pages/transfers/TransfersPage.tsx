import { transferSteps } from '@zhitong/catalogue/codes-members.ts';
import { Checkbox, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Row } from '../../api/client.ts';
import { useOrganizationNames, usePersonNames } from '../../api/names.ts';
import { Page } from '../../shell/Page.tsx';
import { useAddress, useScope } from '../../shell/scope.ts';
import { useSession } from '../../shell/session.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { plainDate } from '../../ui/formats.ts';
import { StateTag, useWord, Word } from '../../ui/StateTag.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { FilterBy } from '../../ui/table/FilterBy.tsx';
import { codeIn, useFilters } from '../../ui/table/use-filters.ts';
import { useList } from '../../ui/table/use-list.ts';
import { Watermark } from '../../ui/Watermark.tsx';
import { useTransferSentence } from './sentence.ts';

const sides = ['hands', 'sender', 'receiver'] as const;

export default function TransfersPage() {
  const { t } = useTranslation();
  const word = useWord();
  const navigate = useNavigate();
  const address = useAddress();
  const { can } = useSession();
  const { scope } = useScope();
  const { values, set, clear, filtered } = useFilters('side', 'step', 'overdue', 'below');
  const side = sides.find((one) => one === values.side) ?? 'hands';
  const below = side === 'hands' && values.below === 'true';
  const list = useList(
    'listTransfers',
    {
      organizationId: scope.organizationId,
      side,
      step: codeIn(transferSteps, values.step),
      ...(below ? { below: 'true', view: scope.view } : { lateness: values.overdue === 'true' ? 'overdue' : undefined }),
    },
    { topics: [`inbox:${scope.organizationId}`] },
  );
  return (
    <Page
      title={t('transfers.title')}
      actions={
        can('transfer.request') ? (
          <>
            <ButtonLink to={address('/transfers/batch')}>{t('transfers.batch.open')}</ButtonLink>
            <ButtonLink primary to={address('/transfers/new')}>
              {t('transfers.new')}
            </ButtonLink>
          </>
        ) : null
      }
    >
      <div className="table-frame">
        <Watermark />
        <DataTable
          id="transfers"
          caption={t('transfers.title')}
          list={list}
          columns={useColumns(list.rows ?? [])}
          rowKey={({ transferId }) => transferId}
          filtered={filtered}
          onClearFilters={clear}
          onOpen={({ transferId }) => void navigate(address(`/transfers/${transferId}`))}
          filters={
            <>
              <Segmented
                aria-label={t('transfers.title')}
                value={side}
                onChange={(wanted) => set({ side: wanted === 'hands' ? undefined : wanted, below: undefined })}
                options={sides.map((value) => ({ value, label: word('transferSide', value) }))}
              />
              <FilterBy
                label={t('transfers.columns.step')}
                value={values.step}
                onChange={(step) => set({ step })}
                options={transferSteps.values.map((value) => ({ value, label: word('transferStep', value) }))}
              />
              <Checkbox
                disabled={side !== 'hands'}
                checked={below}
                onChange={({ target }) => set({ below: target.checked ? 'true' : undefined, overdue: undefined })}
              >
                {t('orgs.includeBelow')}
              </Checkbox>
              <Checkbox
                disabled={below}
                checked={!below && values.overdue === 'true'}
                onChange={({ target }) => set({ overdue: target.checked ? 'true' : undefined })}
              >
                {t('transfers.onlyOverdue')}
              </Checkbox>
            </>
          }
        />
      </div>
    </Page>
  );
}

function useColumns(rows: readonly Row<'listTransfers'>[]): readonly Column<Row<'listTransfers'>>[] {
  const { t } = useTranslation();
  const address = useAddress();
  const sentence = useTransferSentence();
  const person = usePersonNames(rows.map(({ personId }) => personId));
  const organization = useOrganizationNames(
    rows.flatMap(({ handsId, fromBranchId, toBranchId, toCommitteeId }) => [handsId, fromBranchId, toBranchId ?? toCommitteeId]),
  );
  const named = (id: string | undefined) => (id === undefined ? '—' : (organization(id) ?? '…'));
  return [
    {
      key: 'person',
      title: t('transfers.columns.person'),
      fixed: true,
      width: 8,
      render: ({ transferId, personId }) => <Link to={address(`/transfers/${transferId}`)}>{person(personId) ?? '…'}</Link>,
    },
    { key: 'kind', title: t('transfers.columns.kind'), width: 8, render: ({ kind }) => <Word set="transferKind" code={kind} /> },
    { key: 'from', title: t('transfers.columns.from'), render: ({ fromBranchId }) => named(fromBranchId) },
    { key: 'to', title: t('transfers.columns.to'), render: ({ toBranchId, toCommitteeId }) => named(toBranchId ?? toCommitteeId) },
    { key: 'step', title: t('transfers.columns.step'), width: 8, render: ({ step }) => <StateTag set="transferStep" code={step} /> },
    {
      key: 'day',
      title: t('transfers.columns.day'),
      width: 22,
      render: (row) => <span className={row.overdue ? 'tag tag-danger' : undefined}>{sentence(row, named(row.handsId))}</span>,
    },
    { key: 'due', title: t('transfers.columns.due'), width: 8, render: ({ dueOn }) => plainDate(dueOn) },
    { key: 'requested', title: t('transfers.columns.requested'), width: 8, render: ({ requestedOn }) => plainDate(requestedOn) },
  ];
}
