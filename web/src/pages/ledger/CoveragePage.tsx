import { unitLedgers, unitStates } from '@zhitong/catalogue/codes-organizations.ts';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Row } from '../../api/client.ts';
import { useRead } from '../../api/reading.ts';
import { Page } from '../../shell/Page.tsx';
import { useAddress, useExportAddress, useScope } from '../../shell/scope.ts';
import { useSession } from '../../shell/session.tsx';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import { number, plainDate, today } from '../../ui/formats.ts';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { StateTag, Tag, useWord } from '../../ui/StateTag.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { FilterBy } from '../../ui/table/FilterBy.tsx';
import { codeIn, useFilters } from '../../ui/table/use-filters.ts';
import { useList } from '../../ui/table/use-list.ts';
import { changes } from './changes.ts';
import { CoverageFigures } from './CoverageFigures.tsx';
import { figuresIn, useFigureFields } from './figure-fields.ts';

/** P11: units by ledger, who is due for an organization and by which threshold, who is exempt. */
export default function CoveragePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const address = useAddress();
  const exportOf = useExportAddress();
  const { can } = useSession();
  const { organizationId, view } = useScope().scope;
  const { values, set, clear, filtered } = useFilters('ledger', 'state', 'overdue', 'withoutWork', 'withoutLeader');
  const asked = {
    organizationId,
    view,
    ledger: codeIn(unitLedgers, values.ledger),
    state: codeIn(unitStates, values.state),
    ...(values.overdue === 'true' ? { overdue: 'true' as const } : {}),
    ...(values.withoutWork === 'true' ? { withoutWork: 'true' as const } : {}),
    ...(values.withoutLeader === 'true' ? { withoutLeader: 'true' as const } : {}),
  };
  const list = useList('listUnits', asked);
  const report = useRead('coverageReport', { organizationId, view });
  return (
    <Page title={t('ledger.title')} actions={can('organization.change') ? <Register /> : null}>
      <div className="stack">
        <Panel title={t('ledger.figures')}>
          <Loading of={report} lines={4}>
            {(figures) => <CoverageFigures of={figures} />}
          </Loading>
        </Panel>
        <DataTable
          id="units"
          caption={t('ledger.title')}
          list={list}
          columns={useColumns()}
          rowKey={({ unitId }) => unitId}
          filtered={filtered}
          onClearFilters={clear}
          toolbar={<Link to={exportOf('units', asked)}>{t('shell.menu.exports')}</Link>}
          onOpen={({ unitId }) => void navigate(address(`/coverage/${unitId}`))}
          filters={<Filters values={values} set={set} />}
        />
      </div>
    </Page>
  );
}

type Chosen = ReturnType<typeof useFilters<'ledger' | 'state' | 'overdue' | 'withoutWork' | 'withoutLeader'>>;
const marks = ['overdue', 'withoutWork', 'withoutLeader'] as const;

/** A list is of a state, or of those overdue, of those without party work, or of associations nobody leads. */
function Filters({ values, set }: Pick<Chosen, 'values' | 'set'>) {
  const { t } = useTranslation();
  const word = useWord();
  const none = { state: undefined, overdue: undefined, withoutWork: undefined, withoutLeader: undefined };
  return (
    <>
      <FilterBy
        label={t('ledger.ledger')}
        value={values.ledger}
        onChange={(ledger) => set({ ledger })}
        options={unitLedgers.values.map((value) => ({ value, label: t(`ledger.ledgers.${value}`) }))}
      />
      <FilterBy
        label={t('ledger.state')}
        value={values.state}
        onChange={(state) => set({ ...none, state })}
        options={unitStates.values.map((value) => ({ value, label: word('unitState', value) }))}
      />
      <FilterBy
        label={t('ledger.only')}
        value={marks.find((mark) => values[mark] === 'true')}
        onChange={(mark) => set(mark === undefined ? none : { ...none, [mark]: 'true' })}
        options={marks.map((value) => ({ value, label: t(`ledger.${value}`) }))}
      />
    </>
  );
}

function Register() {
  const { t } = useTranslation();
  const { grant } = useSession();
  const fields = useFigureFields();
  return (
    <CommandButton
      act={{
        command: 'registerUnit',
        label: t('ledger.act.register'),
        changes,
        initial: { organizationId: grant.organizationId, figuresOn: today() },
        fields: [
          { name: 'organizationId', kind: 'organization', label: t('ledger.keeper'), required: true },
          { name: 'name', kind: 'text', label: t('ledger.unit'), required: true },
          ...fields,
        ],
        input: (values) => ({ organizationId: values.text('organizationId'), name: values.text('name'), ...figuresIn(values) }),
      }}
    />
  );
}

function useColumns(): readonly Column<Row<'listUnits'>>[] {
  const { t } = useTranslation();
  const address = useAddress();
  return [
    { key: 'name', title: t('ledger.unit'), fixed: true, render: ({ unitId, name }) => <Link to={address(`/coverage/${unitId}`)}>{name}</Link> },
    { key: 'keeper', title: t('ledger.keeper'), render: ({ organizationName }) => organizationName },
    { key: 'ledger', title: t('ledger.ledger'), width: 8, render: ({ ledger }) => t(`ledger.ledgers.${ledger}`) },
    { key: 'state', title: t('ledger.state'), width: 9, render: ({ state }) => <StateTag set="unitState" code={state} /> },
    {
      key: 'threshold',
      title: t('ledger.threshold'),
      render: ({ threshold }) => (threshold === null ? '—' : t(`ledger.thresholds.${threshold}`)),
    },
    {
      key: 'dueSince',
      title: t('ledger.dueSince'),
      width: 9,
      render: ({ dueSinceOn, overdue }) =>
        overdue ? (
          <Tag tone="danger" icon="warning">
            {plainDate(dueSinceOn)}
          </Tag>
        ) : (
          plainDate(dueSinceOn)
        ),
    },
    { key: 'fullMembers', title: t('ledger.fullMembers'), width: 7, render: ({ fullMembers }) => number(fullMembers) },
    { key: 'staff', title: t('ledger.staff'), width: 7, render: ({ staff }) => number(staff) },
    { key: 'coveringOrg', title: t('ledger.coveringOrg'), render: ({ coveringOrgName }) => coveringOrgName ?? '—' },
    { key: 'work', title: t('ledger.work'), width: 7, render: ({ workCovered }) => t(workCovered ? 'ledger.worked' : 'ledger.notWorked') },
    { key: 'exempt', title: t('ledger.exemptUntil'), width: 9, render: ({ exemptUntilOn }) => plainDate(exemptUntilOn) },
  ];
}
