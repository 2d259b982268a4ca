import { perMille } from '@zhitong/kernel';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Output } from '../../api/client.ts';
import { useAddress } from '../../shell/scope.ts';
import { Figure } from '../../ui/Figure.tsx';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { number, tenths } from '../../ui/formats.ts';

type Report = Output<'coverageReport'>;

/** shares, and what lies behind them as lists of this page. */
export function CoverageFigures({ of: { covered, due, worked, live, associations, led, full, ledgers } }: { of: Report }) {
  const { t } = useTranslation();
  const address = useAddress();
  const share = (part: number, whole: number) => t('ledger.shareOf', { share: tenths(perMille(part, whole)), covered: part, of: whole });
  const list = (filters: Readonly<Record<string, string>>) => address('/coverage', filters);
  return (
    <div className="stack">
      <p className="row">
        <span>
          {t('ledger.orgShare')} <strong>{share(covered, due)}</strong>
        </span>
        <span>
          {t('ledger.workShare')} <strong>{share(worked, live)}</strong>
        </span>
        {full && live > 0 ? <strong>{t('ledger.full')}</strong> : null}
      </p>
      <div className="figures">
        <Figure label={t('ledger.covered')} value={covered} to={list({ 'f.state': 'covered' })} definition={t('ledger.definitions.covered')} />
        <Figure
          label={t('ledger.due')}
          value={due - covered}
          to={list({ 'f.state': 'dueForOrganization' })}
          definition={t('ledger.definitions.due')}
          tone="warn"
        />
        <Figure
          label={t('ledger.withoutWork')}
          value={live - worked}
          to={list({ 'f.withoutWork': 'true' })}
          definition={t('ledger.definitions.withoutWork')}
          tone="warn"
        />
        <Figure
          label={t('ledger.withoutLeader')}
          value={associations - led}
          to={list({ 'f.withoutLeader': 'true' })}
          definition={t('ledger.definitions.withoutLeader')}
          tone="warn"
        />
      </div>
      <details>
        <summary>{t('ledger.byLedger')}</summary>
        <ByLedger ledgers={ledgers} list={list} />
      </details>
    </div>
  );
}

function ByLedger({ ledgers, list }: Pick<Report, 'ledgers'> & { list: (filters: Readonly<Record<string, string>>) => string }) {
  const { t } = useTranslation();
  return (
    <FigureTable
      label={t('ledger.byLedger')}
      head={(['ledger', 'covered', 'due', 'orgShare'] as const).map((column) => t(`ledger.${column}`))}
      rows={ledgers
        .filter((row) => row.due > 0)
        .map(({ ledger, covered, due }) => ({
          key: ledger,
          name: t(`ledger.ledgers.${ledger}`),
          figures: [
            <Link key="covered" to={list({ 'f.state': 'covered', 'f.ledger': ledger })}>
              {number(covered)}
            </Link>,
            <Link key="due" to={list({ 'f.state': 'dueForOrganization', 'f.ledger': ledger })}>
              {number(due - covered)}
            </Link>,
            tenths(perMille(covered, due)),
          ],
        }))}
    />
  );
}
