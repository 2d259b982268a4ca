import { staffingDuties } from '@zhitong/catalogue/codes-organizations.ts';
import { codeList } from '@zhitong/kernel';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Output, Row } from '../../api/client.ts';
import { useRead } from '../../api/reading.ts';
import { useAddress, useSubtree } from '../../shell/scope.ts';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { number, plainDate } from '../../ui/formats.ts';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { codeIn, useFilters } from '../../ui/table/use-filters.ts';
import { useList } from '../../ui/table/use-list.ts';
import { useOrganizationColumn } from './organization-column.tsx';

const figures = codeList('organizations', 'declared', 'short');
const tab = { tab: 'staffing' } as const;

/** people for party work, declared over needed, and the organizations behind each figure. */
export function Staffing() {
  const { t } = useTranslation();
  const { values, clear, filtered } = useFilters('figure', 'duty');
  const then = useSubtree();
  const report = useRead('staffingReport', then);
  const figure = codeIn(figures, values.figure) ?? 'short';
  const list = useList('staffingReportRows', { ...then, figure, duty: codeIn(staffingDuties, values.duty) });
  return (
    <div className="stack">
      <Panel title={t('facts.staffing.title')}>
        <Loading of={report} lines={4}>
          {({ duties }) => <Duties of={duties} />}
        </Loading>
        <p className="quiet">{t('facts.staffing.hint')}</p>
      </Panel>
      <DataTable
        id="staffing"
        caption={t(`facts.staffing.${figure}`)}
        list={list}
        columns={useColumns()}
        rowKey={({ organizationId: id }) => id}
        filtered={filtered}
        onClearFilters={clear}
      />
    </div>
  );
}

function Duties({ of }: { of: Output<'staffingReport'>['duties'] }) {
  const { t } = useTranslation();
  const address = useAddress();
  return (
    <FigureTable
      label={t('facts.staffing.title')}
      head={(['duty', 'organizations', 'declared', 'short', 'inPost', 'needed'] as const).map((column) => t(`facts.staffing.${column}`))}
      rows={of.map((row) => ({
        key: row.duty,
        name: t(`facts.staffing.duties.${row.duty}`),
        figures: [
          ...figures.values.map((figure) => (
            <Link key={figure} to={address('/facts', { ...tab, 'f.figure': figure, 'f.duty': row.duty })}>
              {number(row[figure])}
            </Link>
          )),
          number(row.inPost),
          needed(row),
        ],
      }))}
    />
  );
}

/** Least and most, or one number where they are the same. */
const needed = ({ least, most }: { readonly least: number | null; readonly most: number | null }): string =>
  least === most ? number(least) : `${number(least)}–${number(most)}`;

function useColumns(): readonly Column<Row<'staffingReportRows'>>[] {
  const { t } = useTranslation();
  const organization = useOrganizationColumn<Row<'staffingReportRows'>>(({ name }) => name, 'attributes');
  return [
    organization,
    { key: 'duty', title: t('facts.staffing.duty'), render: ({ duty }) => t(`facts.staffing.duties.${duty}`) },
    { key: 'staff', title: t('facts.staffing.staff'), width: 8, render: ({ staff }) => number(staff) },
    { key: 'inPost', title: t('facts.staffing.inPost'), width: 8, render: ({ inPost }) => number(inPost) },
    { key: 'needed', title: t('facts.staffing.needed'), width: 8, render: needed },
    { key: 'declaredOn', title: t('facts.staffing.declaredOn'), width: 9, render: ({ declaredOn }) => plainDate(declaredOn) },
  ];
}
