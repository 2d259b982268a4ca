import { useTranslation } from 'react-i18next';
import { levels } from '@zhitong/catalogue/codes.ts';
import { perMille } from '@zhitong/kernel';
import { useRead } from '../../api/reading.ts';
import { number, tenths } from '../../ui/formats.ts';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { Word } from '../../ui/StateTag.tsx';

/** Answered on time by the level that holds, of what was answered or waits beyond its deadline; topics are summed, shares computed from the sums. */
export function RequestsOnTime({ organizationId, asOf }: { organizationId: string; asOf: string | null }) {
  const { t } = useTranslation();
  const query = useRead('requestsOnTime', { organizationId, ...(asOf === null ? {} : { asOf }) });
  return (
    <Panel title={t('cockpit.requestsOnTime')}>
      <Loading of={query} lines={4}>
        {({ rows }) =>
          rows.every(({ answered, unansweredLate }) => answered + unansweredLate === 0) ? (
            <p className="quiet">{t('cockpit.noRequests')}</p>
          ) : (
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">{t('directives.progress.level')}</th>
                  <th scope="col" className="end">
                    {t('cockpit.answered')}
                  </th>
                  <th scope="col" className="end">
                    {t('cockpit.onTime')}
                  </th>
                  <th scope="col" className="end">
                    {t('cockpit.waitingLate')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {levels.values.map((level) => {
                  const own = rows.filter((row) => row.level === level);
                  const answered = own.reduce((sum, row) => sum + row.answered, 0);
                  const onTime = own.reduce((sum, row) => sum + row.answeredOnTime, 0);
                  const late = own.reduce((sum, row) => sum + row.unansweredLate, 0);
                  const due = answered + late;
                  return own.length === 0 ? null : (
                    <tr key={level}>
                      <th scope="row">
                        <Word set="level" code={level} />
                      </th>
                      <td className="end">{number(answered)}</td>
                      <td className="end">{due === 0 ? '—' : `${tenths(perMille(onTime, due))} (${number(onTime)}/${number(due)})`}</td>
                      <td className="end">{number(late)}</td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          )
        }
      </Loading>
    </Panel>
  );
}
