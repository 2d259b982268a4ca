import { levels } from '@zhitong/catalogue/codes.ts';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/reading.ts';
import { firstOfTwelveMonths } from '../../shell/as-of.ts';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { tenths, today } from '../../ui/formats.ts';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { useWord } from '../../ui/StateTag.tsx';

/** By month of the deadline. As of a past day only the months that were over then: they have not changed since. */
export function Attenuation({ organizationId, asOf }: { organizationId: string; asOf: string | null }) {
  const { t } = useTranslation();
  const word = useWord();
  const query = useRead('attenuationMonthly', { organizationId, fromMonth: firstOfTwelveMonths(asOf, today()), months: 12 });
  return (
    <Panel title={t('cockpit.attenuation')}>
      {asOf === null ? null : <p className="quiet">{t('cockpit.past.months')}</p>}
      <Loading of={query} lines={4}>
        {({ months }) => {
          const told = months.filter((month) => month.levels.some(({ addressees }) => addressees > 0));
          if (told.length === 0) return <p className="quiet">{t('cockpit.noAttenuation')}</p>;
          return (
            <FigureTable
              label={t('cockpit.attenuation')}
              head={[t('ui.month'), ...levels.values.map((level) => word('level', level))]}
              rows={told.map(({ month, levels: shares }) => ({
                key: month,
                name: month,
                figures: levels.values.map((level) => tenths(shares.find((one) => one.level === level)?.onTimeShare)),
              }))}
            />
          );
        }}
      </Loading>
    </Panel>
  );
}
