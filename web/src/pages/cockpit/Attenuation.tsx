import { levels } from '@zhitong/catalogue/codes.ts';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/reading.ts';
import { tenths, today } from '../../ui/formats.ts';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { Word } from '../../ui/StateTag.tsx';

/** The month eleven months ago: twelve months with this one. */
const firstMonth = (): string => {
  const [year = 0, month = 0] = today().split('-').map(Number);
  const months = year * 12 + month - 1 - 11;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
};

export function Attenuation({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation();
  const query = useRead('attenuationMonthly', { organizationId, fromMonth: firstMonth(), months: 12 });
  return (
    <Panel title={t('cockpit.attenuation')}>
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
