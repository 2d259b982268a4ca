import { levels } from '@zhitong/catalogue/codes.ts';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/reading.ts';
import { firstOfTwelveMonths } from '../../shell/as-of.ts';
import { tenths, today } from '../../ui/formats.ts';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { Word } from '../../ui/StateTag.tsx';

/** By month of the deadline. As of a past day only the months that were over then: they have not changed since. */
export function Attenuation({ organizationId, asOf }: { organizationId: string; asOf: string | null }) {
  const { t } = useTranslation();
  const query = useRead('attenuationMonthly', { organizationId, fromMonth: firstOfTwelveMonths(asOf, today()), months: 12 });
  return (
    <Panel title={t('cockpit.attenuation')}>
      {asOf === null ? null : <p className="quiet">{t('cockpit.past.months')}</p>}
      <Loading of={query} lines={4}>
        {({ months }) => {
          const told = months.filter((month) => month.levels.some(({ addressees }) => addressees > 0));
          if (told.length === 0) return <p className="quiet">{t('cockpit.noAttenuation')}</p>;
          return (
            <div className="table-scroll" tabIndex={0} role="region" aria-label={t('cockpit.attenuation')}>
              <table className="plain-table">
                <thead>
                  <tr>
                    <th scope="col">{t('ui.month')}</th>
                    {levels.values.map((level) => (
                      <th key={level} scope="col" className="end">
                        <Word set="level" code={level} />
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {told.map(({ month, levels: shares }) => (
                    <tr key={month}>
                      <th scope="row">{month}</th>
                      {levels.values.map((level) => (
                        <td key={level} className="end">
                          {tenths(shares.find((one) => one.level === level)?.onTimeShare)}
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          );
        }}
      </Loading>
    </Panel>
  );
}
