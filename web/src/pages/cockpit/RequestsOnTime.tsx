import { useTranslation } from 'react-i18next';
import { levels } from '@zhitong/catalogue/codes.ts';
import { perMille } from '@zhitong/kernel';
import type { Output } from '../../api/client.ts';
import { useRead } from '../../api/reading.ts';
import { FigureTable } from '../../ui/FigureTable.tsx';
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
            <FigureTable
              label={t('cockpit.requestsOnTime')}
              head={[t('directives.progress.level'), t('cockpit.answered'), t('cockpit.onTime'), t('cockpit.waitingLate')]}
              rows={levels.values.flatMap((level) => {
                const own = rows.filter((row) => row.level === level);
                return own.length === 0 ? [] : [{ key: level, name: <Word set="level" code={level} />, figures: figuresOf(own) }];
              })}
            />
          )
        }
      </Loading>
    </Panel>
  );
}

function figuresOf(rows: Output<'requestsOnTime'>['rows']): readonly string[] {
  const sum = (of: 'answered' | 'answeredOnTime' | 'unansweredLate') => rows.reduce((total, row) => total + row[of], 0);
  const [answered, onTime, late] = [sum('answered'), sum('answeredOnTime'), sum('unansweredLate')];
  const due = answered + late;
  return [number(answered), due === 0 ? '—' : `${tenths(perMille(onTime, due))} (${number(onTime)}/${number(due)})`, number(late)];
}
