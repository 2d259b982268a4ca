import { codeList, perMille, type CodeOf } from '@zhitong/kernel';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Output, Row } from '../../api/client.ts';
import { useAddress, useSubtree } from '../../shell/scope.ts';
import { Figure } from '../../ui/Figure.tsx';
import { plainDate, tenths } from '../../ui/formats.ts';
import { Word } from '../../ui/StateTag.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { useFilters } from '../../ui/table/use-filters.ts';
import { useList } from '../../ui/table/use-list.ts';

export const termFigures = codeList('dueSoon', 'overdue', 'expired', 'onTime');
export type TermFigure = CodeOf<typeof termFigures>;
const tones = { dueSoon: 'warn', overdue: 'danger', expired: 'plain', onTime: 'plain' } as const;

/** due in 180 days, overdue, and how many terms of the year were followed by an election in time. */
export function TermFigures({ of }: { readonly of: Output<'termReport'> }) {
  const { t } = useTranslation();
  const address = useAddress();
  return (
    <div className="stack">
      <div className="figures">
        {termFigures.values.map((figure) => (
          <Figure
            key={figure}
            label={t(`terms.report.${figure}`)}
            value={of[figure]}
            to={address('/terms', { 'f.figure': figure })}
            definition={t(`terms.report.definitions.${figure}`)}
            tone={tones[figure]}
          />
        ))}
      </div>
      <p className="row">{t('terms.report.share', { share: tenths(perMille(of.onTime, of.expired)), part: of.onTime, of: of.expired })}</p>
    </div>
  );
}

/** The terms one of the figures counts. */
export function TermsOf({ figure }: { readonly figure: TermFigure }) {
  const { t } = useTranslation();
  const address = useAddress();
  const { clear } = useFilters('figure');
  const list = useList('termReportRows', { ...useSubtree(), figure });
  const columns: readonly Column<Row<'termReportRows'>>[] = [
    {
      key: 'organization',
      title: t('terms.organization'),
      fixed: true,
      render: ({ organizationId, name }) => <Link to={address(`/terms/${organizationId}`)}>{name}</Link>,
    },
    { key: 'kind', title: t('terms.kind'), width: 8, render: ({ kind }) => <Word set="organizationKind" code={kind} /> },
    { key: 'starts', title: t('terms.startsOn'), width: 9, render: ({ startsOn }) => plainDate(startsOn) },
    { key: 'expires', title: t('terms.dueOn'), width: 9, render: ({ expiresOn }) => plainDate(expiresOn) },
    { key: 'elected', title: t('terms.report.electedOn'), width: 9, render: ({ electedOn }) => plainDate(electedOn) },
  ];
  return (
    <DataTable
      id="term-report"
      caption={t(`terms.report.${figure}`)}
      list={list}
      columns={columns}
      rowKey={({ termId }) => termId}
      filtered
      onClearFilters={clear}
    />
  );
}
