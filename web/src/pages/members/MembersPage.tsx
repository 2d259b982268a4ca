import { memberKinds, membershipStates } from '@zhitong/catalogue/codes-members.ts';
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Row } from '../../api/client.ts';
import { useOrganizationNames, usePersonNames } from '../../api/names.ts';
import { Page } from '../../shell/Page.tsx';
import { useAddress, useChosenScope } from '../../shell/scope.ts';
import { useSession } from '../../shell/session.tsx';
import { DateInput } from '../../ui/dates/DateInput.tsx';
import { OrganizationPicker } from '../../ui/forms/OrganizationPicker.tsx';
import { plainDate } from '../../ui/formats.ts';
import { StateTag, Tag, useWord, Word } from '../../ui/StateTag.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { FilterBy } from '../../ui/table/FilterBy.tsx';
import { codeIn, useFilters } from '../../ui/table/use-filters.ts';
import { useList } from '../../ui/table/use-list.ts';
import { Watermark } from '../../ui/Watermark.tsx';
import { RegisterButton } from './RegisterButton.tsx';
import { Revealable } from './Revealable.tsx';

const filters = ['branch', 'kind', 'state', 'name', 'from', 'until'] as const;

export default function MembersPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const address = useAddress();
  const { can } = useSession();
  const { values, clear, filtered } = useFilters(...filters);
  const chosen = useChosenScope();
  const list = useList('listMembers', {
    ...chosen,
    branchId: values.branch,
    kind: codeIn(memberKinds, values.kind),
    state: codeIn(membershipStates, values.state),
    name: values.name,
    joinedFrom: values.from,
    joinedUntil: values.until,
  });
  return (
    <Page title={t('members.title')} actions={can('member.register') ? <RegisterButton /> : null}>
      <div className="table-frame">
        <Watermark />
        <DataTable
          id="members"
          caption={t('members.title')}
          list={list}
          columns={useColumns(list.rows ?? [])}
          rowKey={({ personId }) => personId}
          filtered={filtered}
          onClearFilters={clear}
          onOpen={({ personId }) => void navigate(address(`/members/${personId}`))}
          filters={<Filters />}
        />
      </div>
    </Page>
  );
}

function Filters() {
  const { t } = useTranslation();
  const word = useWord();
  const { values, set } = useFilters(...filters);
  return (
    <>
      <Input.Search
        allowClear
        aria-label={t('members.filters.name')}
        placeholder={t('ui.searchMember')}
        defaultValue={values.name ?? ''}
        onSearch={(name) => set({ name })}
        style={{ inlineSize: '14rem' }}
      />
      <label>
        {t('members.filters.branch')}
        <OrganizationPicker {...(values.branch === undefined ? {} : { value: values.branch })} onChange={(branch) => set({ branch })} />
      </label>
      <FilterBy
        label={t('members.filters.kind')}
        value={values.kind}
        onChange={(kind) => set({ kind })}
        options={memberKinds.values.map((value) => ({ value, label: word('memberKind', value) }))}
      />
      <FilterBy
        label={t('members.filters.state')}
        value={values.state}
        onChange={(state) => set({ state })}
        options={membershipStates.values.map((value) => ({ value, label: word('membershipState', value) }))}
      />
      <span className="filter">
        {t('members.filters.joined')}
        <DateInput aria-label={t('members.filters.joinedFrom')} value={values.from ?? ''} onChange={(from) => set({ from })} />–
        <DateInput aria-label={t('members.filters.joinedUntil')} value={values.until ?? ''} onChange={(until) => set({ until })} />
      </span>
    </>
  );
}

function useColumns(rows: readonly Row<'listMembers'>[]): readonly Column<Row<'listMembers'>>[] {
  const { t } = useTranslation();
  const address = useAddress();
  const person = usePersonNames(rows.map(({ personId }) => personId));
  const branch = useOrganizationNames(rows.map(({ branchId }) => branchId));
  return [
    {
      key: 'name',
      title: t('members.columns.name'),
      fixed: true,
      width: 8,
      render: ({ personId, erased }) =>
        erased ? <span className="quiet">{t('ui.erased')}</span> : <Link to={address(`/members/${personId}`)}>{person(personId) ?? '…'}</Link>,
    },
    { key: 'kind', title: t('members.columns.kind'), width: 8, render: ({ kind }) => <Word set="memberKind" code={kind} /> },
    { key: 'branch', title: t('members.columns.branch'), render: ({ branchId }) => branch(branchId) ?? '…' },
    { key: 'joined', title: t('members.columns.joined'), width: 8, render: ({ joinedOn }) => plainDate(joinedOn) },
    { key: 'full', title: t('members.columns.full'), width: 8, render: ({ fullFrom }) => plainDate(fullFrom) },
    {
      key: 'phone',
      title: t('members.columns.phone'),
      width: 13,
      render: ({ personId, phoneMasked }) => <Revealable personId={personId} field="phone" masked={phoneMasked} />,
    },
    {
      key: 'citizen',
      title: t('members.columns.citizen'),
      width: 16,
      render: ({ personId, citizenNumberMasked }) => <Revealable personId={personId} field="citizenNumber" masked={citizenNumberMasked} />,
    },
    { key: 'state', title: t('members.columns.state'), width: 8, render: ({ state }) => <StateTag set="membershipState" code={state} /> },
    {
      key: 'marks',
      title: t('members.columns.marks'),
      width: 10,
      render: ({ transferOpen, flagged }) => (
        <span className="row">
          {transferOpen ? (
            <Tag tone="info" icon="arrows">
              {t('members.inTransfer')}
            </Tag>
          ) : null}
          {flagged ? (
            <Tag tone="warn" icon="info">
              {t('members.flagged')}
            </Tag>
          ) : null}
        </span>
      ),
    },
  ];
}
