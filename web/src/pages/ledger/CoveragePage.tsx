import { unitLedgers, unitStates } from '@zhitong/catalogue/codes-organizations.ts';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Row } from '../../api/client.ts';
import { useRead } from '../../api/reading.ts';
import { Page } from '../../shell/Page.tsx';
import { useAddress, useScope } from '../../shell/scope.ts';
import { useSession } from '../../shell/session.tsx';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import { number, plainDate, today } from '../../ui/formats.ts';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { StateTag, Tag, useWord } from '../../ui/StateTag.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
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
  const { can } = useSession();
  const { organizationId, view } = useScope().scope;
  const { values, set, clear, filtered } = useFilters('ledger', 'state', 'overdue', 'withoutWork');
  const list = useList('listUnits', {
    organizationId,
    view,
    ledger: codeIn(unitLedgers, values.ledger),
    state: codeIn(unitStates, values.state),
    ...(values.overdue === 'true' ? { overdue: 'true' as const } : {}),
    ...(values.withoutWork === 'true' ? { withoutWork: 'true' as const } : {}),
  });
  const report = useRead('coverageReport', { organizationId, view });
  return (
    <Page title={t('coverage.title')} actions={can('organization.change') ? <Register /> : null}>
      <div className="stack">
        <Panel title={t('coverage.figures')}>
          <Loading of={report} lines={4}>
            {(figures) => <CoverageFigures of={figures} />}
          </Loading>
        </Panel>
        <DataTable
          id="units"
          caption={t('coverage.title')}
          list={list}
          columns={useColumns()}
          rowKey={({ unitId }) => unitId}
          filtered={filtered}
          onClearFilters={clear}
          onOpen={({ unitId }) => void navigate(address(`/coverage/${unitId}`))}
          filters={<Filters values={values} set={set} />}
        />
      </div>
    </Page>
  );
}

type Chosen = ReturnType<typeof useFilters<'ledger' | 'state' | 'overdue' | 'withoutWork'>>;
const marks = ['overdue', 'withoutWork'] as const;

/** A list is of a state, or of those overdue, or of those without party work. */
function Filters({ values, set }: Pick<Chosen, 'values' | 'set'>) {
  const { t } = useTranslation();
  const word = useWord();
  const none = { state: undefined, overdue: undefined, withoutWork: undefined };
  return (
    <>
      <label>
        {t('coverage.ledger')}
        <Select
          allowClear
          placeholder={t('ui.all')}
          value={values.ledger ?? null}
          onChange={(ledger: string | undefined) => set({ ledger })}
          options={unitLedgers.values.map((value) => ({ value, label: t(`coverage.ledgers.${value}`) }))}
        />
      </label>
      <label>
        {t('coverage.state')}
        <Select
          allowClear
          placeholder={t('ui.all')}
          value={values.state ?? null}
          onChange={(state: string | undefined) => set({ ...none, state })}
          options={unitStates.values.map((value) => ({ value, label: word('unitState', value) }))}
        />
      </label>
      <label>
        {t('coverage.only')}
        <Select
          allowClear
          placeholder={t('ui.all')}
          value={marks.find((mark) => values[mark] === 'true') ?? null}
          onChange={(mark: (typeof marks)[number] | undefined) => set(mark === undefined ? none : { ...none, [mark]: 'true' })}
          options={marks.map((value) => ({ value, label: t(`coverage.${value}`) }))}
        />
      </label>
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
        label: t('coverage.act.register'),
        changes,
        initial: { organizationId: grant.organizationId, figuresOn: today() },
        fields: [
          { name: 'organizationId', kind: 'organization', label: t('coverage.keeper'), required: true },
          { name: 'name', kind: 'text', label: t('coverage.unit'), required: true },
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
    { key: 'name', title: t('coverage.unit'), fixed: true, render: ({ unitId, name }) => <Link to={address(`/coverage/${unitId}`)}>{name}</Link> },
    { key: 'keeper', title: t('coverage.keeper'), render: ({ organizationName }) => organizationName },
    { key: 'ledger', title: t('coverage.ledger'), width: 8, render: ({ ledger }) => t(`coverage.ledgers.${ledger}`) },
    { key: 'state', title: t('coverage.state'), width: 9, render: ({ state }) => <StateTag set="unitState" code={state} /> },
    {
      key: 'threshold',
      title: t('coverage.threshold'),
      render: ({ threshold }) => (threshold === null ? '—' : t(`coverage.thresholds.${threshold}`)),
    },
    {
      key: 'dueSince',
      title: t('coverage.dueSince'),
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
    { key: 'fullMembers', title: t('coverage.fullMembers'), width: 7, render: ({ fullMembers }) => number(fullMembers) },
    { key: 'staff', title: t('coverage.staff'), width: 7, render: ({ staff }) => number(staff) },
    { key: 'coveringOrg', title: t('coverage.coveringOrg'), render: ({ coveringOrgName }) => coveringOrgName ?? '—' },
    { key: 'work', title: t('coverage.work'), width: 7, render: ({ workCovered }) => t(workCovered ? 'coverage.worked' : 'coverage.notWorked') },
    { key: 'exempt', title: t('coverage.exemptUntil'), width: 9, render: ({ exemptUntilOn }) => plainDate(exemptUntilOn) },
  ];
}
