import { levels, organizationKinds, organizationStates, sectors, type Level } from '@zhitong/catalogue/codes.ts';
import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Row } from '../../api/client.ts';
import { useOrganizationNames, usePersonNames } from '../../api/names.ts';
import { useRead } from '../../api/reading.ts';
import { Page } from '../../shell/Page.tsx';
import { useAddress, useExportAddress, useScope } from '../../shell/scope.ts';
import { useSession } from '../../shell/session.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { useSettled } from '../../ui/forms/use-settled.ts';
import { number } from '../../ui/formats.ts';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { StateTag, Tag, useWord, Word, type CodeSet } from '../../ui/StateTag.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { FilterBy } from '../../ui/table/FilterBy.tsx';
import { codeIn, useFilters } from '../../ui/table/use-filters.ts';
import { useList } from '../../ui/table/use-list.ts';
import { OrgTree } from '../../ui/tree/OrgTree.tsx';
import type { TreeChild } from '../../ui/tree/model.ts';
import { AsOfTable } from './AsOfTable.tsx';
import { ViewSwitch } from './ViewSwitch.tsx';

type OrganizationRow = Row<'listOrganizations'>;

export default function OrganizationsPage() {
  const { t } = useTranslation();
  const address = useAddress();
  const { scope } = useScope();
  const { can } = useSession();
  return (
    <Page
      title={t('orgs.title')}
      actions={
        <>
          <ViewSwitch />
          {can('organization.propose') && scope.asOf === null ? (
            <ButtonLink primary to={address('/orgs/new', { parent: scope.organizationId })}>
              {t('orgs.propose')}
            </ButtonLink>
          ) : null}
        </>
      }
    >
      <div className="split">
        <Side />
        {scope.asOf === null ? <Below /> : <AsOfTable organizationId={scope.organizationId} view={scope.view} asOf={scope.asOf} />}
      </div>
    </Page>
  );
}

/** The tree of the post's own scope; searching shows a list of paths instead of a filtered tree. */
function Side() {
  const { t } = useTranslation();
  const { grant } = useSession();
  const { scope, change } = useScope();
  const [typed, setTyped] = useState('');
  const root = useRead('getOrganization', { organizationId: grant.organizationId }, { staleTime: 60_000 });
  const select = (organizationId: string) => change({ organizationId });
  return (
    <Panel title={t('orgs.tree')}>
      <div className="stack">
        <Input
          allowClear
          type="search"
          aria-label={t('orgs.search')}
          placeholder={t('orgs.searchHint')}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        {typed.trim() === '' ? (
          <Loading of={root} lines={8}>
            {(own) => (
              <OrgTree
                root={rootOf(own, scope.view)}
                view={scope.view}
                selected={scope.organizationId}
                onSelect={({ organizationId }) => select(organizationId)}
                label={t('orgs.tree')}
              />
            )}
          </Loading>
        ) : (
          <Found typed={typed.trim()} onSelect={select} />
        )}
      </div>
    </Panel>
  );
}

const rootOf = (
  {
    organizationId,
    name,
    kind,
    level,
    sector,
    state,
    lineChildren,
    placeChildren,
  }: { lineChildren: number; placeChildren: number } & Omit<TreeChild, 'children'>,
  view: 'line' | 'place',
): TreeChild => ({ organizationId, name, kind, level, sector, state, children: view === 'line' ? lineChildren : placeChildren });

function Found({ typed, onSelect }: { typed: string; onSelect: (organizationId: string) => void }) {
  const { t } = useTranslation();
  const { grant } = useSession();
  const { scope } = useScope();
  const wanted = useSettled(typed, 250);
  const by = /^[a-z0-9]+$/i.test(wanted) ? { initials: wanted } : { name: wanted };
  const query = useRead('listOrganizations', { scope: grant.organizationId, view: scope.view, limit: 50, ...by }, { keep: true });
  const parents = useOrganizationNames(query.data?.items.map((row) => (scope.view === 'line' ? row.lineParentId : row.placeParentId)) ?? []);
  return (
    <Loading of={query}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="quiet">{t('ui.noMatch')}</p>
        ) : (
          <ul className="stack" aria-label={t('orgs.results')}>
            {items.map((row) => (
              <li key={row.organizationId}>
                <button type="button" className="text-button" onClick={() => onSelect(row.organizationId)}>
                  {row.name}
                </button>
                <div className="quiet">
                  {parents((scope.view === 'line' ? row.lineParentId : row.placeParentId) ?? '') ?? ''} › <Word set="organizationKind" code={row.kind} />
                </div>
              </li>
            ))}
          </ul>
        )
      }
    </Loading>
  );
}

const sets = [
  ['kind', 'organizationKind', organizationKinds.values],
  ['level', 'level', levels.values],
  ['sector', 'sector', sectors.values],
  ['state', 'organizationState', organizationStates.values],
] as const satisfies readonly (readonly [string, CodeSet, readonly string[]])[];

/** Two states together: those the figure of the cockpit counts. */
const counted = 'counted';

function Below() {
  const { t } = useTranslation();
  const word = useWord();
  const navigate = useNavigate();
  const address = useAddress();
  const exportOf = useExportAddress();
  const { scope } = useScope();
  const { values, set, clear, filtered } = useFilters('kind', 'level', 'sector', 'state', 'below');
  const all = values.below === 'true';
  const within = all
    ? { scope: scope.organizationId }
    : scope.view === 'line'
      ? { lineParentId: scope.organizationId }
      : { placeParentId: scope.organizationId };
  const level: Level | undefined = codeIn(levels, values.level);
  const asked = {
    ...within,
    view: scope.view,
    kind: codeIn(organizationKinds, values.kind),
    level,
    sector: codeIn(sectors, values.sector),
    state: codeIn(organizationStates, values.state),
    counted: values.state === counted ? ('true' as const) : undefined,
  };
  const list = useList('listOrganizations', asked, { topics: [`metric:${scope.organizationId}`] });
  return (
    <DataTable
      id="organizations"
      caption={t('orgs.table')}
      list={list}
      columns={useColumns(list.rows ?? [])}
      rowKey={({ organizationId }) => organizationId}
      filtered={filtered}
      onClearFilters={clear}
      onOpen={({ organizationId }) => void navigate(address(`/orgs/${organizationId}`, { scope: undefined }))}
      toolbar={
        <>
          <Checkbox checked={all} onChange={({ target }) => set({ below: target.checked ? 'true' : undefined })}>
            {t('orgs.includeBelow')}
          </Checkbox>
          <Link to={exportOf('organizations', asked)}>{t('shell.menu.exports')}</Link>
        </>
      }
      filters={sets.map(([name, codes, known]) => (
        <FilterBy
          key={name}
          label={t(`orgs.columns.${name}`)}
          value={values[name]}
          onChange={(value) => set({ [name]: value })}
          options={[
            ...known.map((value) => ({ value, label: word(codes, value) })),
            ...(name === 'state' ? [{ value: counted, label: t('orgs.counted') }] : []),
          ]}
        />
      ))}
    />
  );
}

function useColumns(rows: readonly OrganizationRow[]): readonly Column<OrganizationRow>[] {
  const { t } = useTranslation();
  const address = useAddress();
  const organization = useOrganizationNames(rows.flatMap(({ lineParentId, placeParentId }) => [lineParentId, placeParentId]));
  const person = usePersonNames(rows.map(({ secretaryPersonId }) => secretaryPersonId));
  const parent = (id: string | null) => (id === null ? '—' : (organization(id) ?? '…'));
  return [
    {
      key: 'name',
      title: t('orgs.columns.name'),
      fixed: true,
      render: ({ organizationId, name }) => <Link to={address(`/orgs/${organizationId}`, { scope: undefined })}>{name}</Link>,
    },
    { key: 'kind', title: t('orgs.columns.kind'), width: 8, render: ({ kind }) => <Word set="organizationKind" code={kind} /> },
    { key: 'level', title: t('orgs.columns.level'), width: 5, render: ({ level }) => <Word set="level" code={level} /> },
    { key: 'sector', title: t('orgs.columns.sector'), width: 7, render: ({ sector }) => <Word set="sector" code={sector} /> },
    { key: 'line', title: t('orgs.columns.line'), width: 12, render: ({ lineParentId }) => parent(lineParentId) },
    { key: 'place', title: t('orgs.columns.place'), width: 12, render: ({ placeParentId }) => parent(placeParentId) },
    {
      key: 'secretary',
      title: t('orgs.columns.secretary'),
      width: 7,
      render: ({ secretaryPersonId }) =>
        secretaryPersonId === null ? (
          <Tag tone="warn" icon="warning">
            {t('orgs.vacant')}
          </Tag>
        ) : (
          (person(secretaryPersonId) ?? '…')
        ),
    },
    {
      key: 'members',
      title: t('orgs.columns.members'),
      width: 8,
      align: 'end',
      render: ({ fullMembers, provisionalMembers }) => `${number(fullMembers)} / ${number(provisionalMembers)}`,
    },
    { key: 'state', title: t('orgs.columns.state'), width: 8, render: ({ state }) => <StateTag set="organizationState" code={state} /> },
  ];
}
