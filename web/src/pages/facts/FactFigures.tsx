import { perMille } from '@zhitong/kernel';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Output } from '../../api/client.ts';
import { useAddress } from '../../shell/scope.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { number, tenths } from '../../ui/formats.ts';

type Report = Output<'factReport'>;

function useShare() {
  const { t } = useTranslation();
  return (part: number, of: number) => t('facts.shareOf', { share: tenths(perMille(part, of)), part, of });
}

/** Figures that are lists of this page. */
export function FactFigures({ of: { streets, streetsReviewed, charters, pilots } }: { of: Report }) {
  const { t } = useTranslation();
  const address = useAddress();
  const share = useShare();
  const list = (figure: string) => address('/facts', { 'f.figure': figure });
  const sum = (of: 'enterprises' | 'adopted') => charters.reduce((total, row) => total + row[of], 0);
  return (
    <div className="stack">
      <p className="row">
        <span>
          {t('facts.streetsReviewed')} <strong>{share(streetsReviewed, streets)}</strong>
        </span>
        <span>
          {t('facts.adopted')} <strong>{share(sum('adopted'), sum('enterprises'))}</strong>
        </span>
      </p>
      <div className="figures">
        <Figure label={t('facts.streetsReviewed')} value={streetsReviewed} to={list('streetsReviewed')} definition={t('facts.definitions.streetsReviewed')} />
        <Figure label={t('facts.adopted')} value={sum('adopted')} to={list('adopted')} definition={t('facts.definitions.adopted')} />
        <Figure label={t('facts.pilots')} value={pilots} to={list('pilots')} definition={t('facts.definitions.pilots')} />
      </div>
      <Charters of={charters} />
    </div>
  );
}

function Charters({ of }: { of: Report['charters'] }) {
  const { t } = useTranslation();
  const address = useAddress();
  return (
    <FigureTable
      label={t('facts.byClass')}
      head={[t('facts.enterpriseClass'), ...(['enterprises', 'submitted', 'adopted', 'share'] as const).map((column) => t(`facts.${column}`))]}
      rows={of.map((row) => ({
        key: row.enterpriseClass,
        name: t(`facts.classes.${row.enterpriseClass}`),
        figures: [
          ...(['enterprises', 'submitted', 'adopted'] as const).map((figure) => (
            <Link key={figure} to={address('/facts', { 'f.figure': figure, 'f.class': row.enterpriseClass })}>
              {number(row[figure])}
            </Link>
          )),
          tenths(perMille(row.adopted, row.enterprises)),
        ],
      }))}
    />
  );
}

/** ORG-30: statistics on persons, without a list behind them. */
export function SeatFigures({ of: { seats, seatsDescribed, nonHukou, collegeDiploma } }: { of: Report }) {
  const { t } = useTranslation();
  const share = useShare();
  const persons = (count: number | null) => (count === null ? t('facts.few') : share(count, seatsDescribed));
  return (
    <>
      <Facts
        of={[
          [t('facts.seatsTotal'), number(seats)],
          [t('facts.seatsDescribed'), number(seatsDescribed)],
          [t('facts.nonHukou'), persons(nonHukou)],
          [t('facts.collegeDiploma'), persons(collegeDiploma)],
        ]}
      />
      <p className="quiet">{t('facts.seatsHint')}</p>
    </>
  );
}
