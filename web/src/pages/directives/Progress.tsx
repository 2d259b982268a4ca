import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../api/client.ts';
import { useRead } from '../../api/reading.ts';
import { usePollSeconds } from '../../live/use-live.ts';
import { Bar } from '../../ui/Deadline.tsx';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { duration, number, tenths } from '../../ui/formats.ts';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { Tag, Word } from '../../ui/StateTag.tsx';

type Data = Output<'directiveProgress'>;
type LevelRow = Data['levels'][number];
type Counters = Pick<LevelRow, 'addressees' | 'delivered' | 'acknowledgedOnTime' | 'acknowledgedLate' | 'reported' | 'left'>;

/** Live bars by level, attenuation from level to level, and the same counters below any organization. */
export function Progress({ directiveId, organizationId, reports }: { directiveId: string; organizationId: string; reports: boolean }) {
  const { t } = useTranslation();
  const [under, setUnder] = useState<string>();
  const query = useRead('directiveProgress', { directiveId, organizationId, under }, { keep: true, pollSeconds: usePollSeconds() });
  return (
    <>
      <Panel
        title={t('directives.progress.title')}
        extra={
          query.data ? (
            <Tag tone="neutral" icon="clock">
              {query.data.soFar ? t('directives.progress.soFar') : t('directives.progress.final')}
            </Tag>
          ) : null
        }
      >
        <Loading of={query} lines={5}>
          {({ levels }) => (
            <div className="levels" aria-live="polite">
              {levels
                .filter(({ addressees }) => addressees > 0)
                .map((row) => (
                  <div key={row.level} className="level-row">
                    <strong>
                      <Word set="level" code={row.level} />
                    </strong>
                    <LevelBars row={row} reports={reports} />
                  </div>
                ))}
            </div>
          )}
        </Loading>
      </Panel>
      <Panel title={t('directives.progress.attenuation')}>
        <Loading of={query}>{({ levels }) => <Attenuation levels={levels} />}</Loading>
      </Panel>
      <Panel
        title={t('directives.progress.children')}
        extra={
          under === undefined ? null : (
            <button type="button" className="text-button" onClick={() => setUnder(undefined)}>
              {t('ui.back')}
            </button>
          )
        }
      >
        <Loading of={query}>{({ children }) => <Children rows={children} reports={reports} onDrill={setUnder} />}</Loading>
      </Panel>
    </>
  );
}

function LevelBars({ row, reports }: { row: Counters; reports: boolean }) {
  const { t } = useTranslation();
  const base = row.addressees - row.left;
  const bars = [
    [t('directives.progress.delivered'), row.delivered, 'plain'],
    [t('directives.progress.acknowledged'), row.acknowledgedOnTime + row.acknowledgedLate, 'ok'],
    ...(reports ? [[t('directives.progress.reported'), row.reported, 'warn'] as const] : []),
  ] as const;
  return (
    <div className="level-bars">
      {bars.map(([label, count, tone]) => (
        <span key={label} className="level-bar">
          <span>
            <span>{label}</span>
            <span>
              {number(count)} / {number(base)}
            </span>
          </span>
          <Bar share={base === 0 ? 0 : count / base} tone={tone} />
        </span>
      ))}
    </div>
  );
}

function Attenuation({ levels }: { levels: readonly LevelRow[] }) {
  const { t } = useTranslation();
  const head = ['level', 'expected', 'delivered', 'onTime', 'late', 'missing', 'overdue', 'rate', 'loss', 'median'] as const;
  return (
    <FigureTable
      label={t('directives.progress.attenuation')}
      head={head.map((key) => t(`directives.progress.${key}`))}
      rows={levels.map((row) => ({
        key: row.level,
        name: <Word set="level" code={row.level} />,
        figures: [
          number(row.addressees - row.left),
          number(row.delivered),
          number(row.acknowledgedOnTime),
          number(row.acknowledgedLate),
          number(row.notAcknowledged),
          number(row.overdue),
          tenths(row.onTimeShare),
          row.loss === null ? '—' : `${row.loss > 0 ? '▼ ' : ''}${(row.loss / 10).toFixed(1)}`,
          row.medianSeconds === null ? '—' : duration(row.medianSeconds),
        ],
      }))}
    />
  );
}

function Children({ rows, reports, onDrill }: { rows: Data['children']; reports: boolean; onDrill: (organizationId: string) => void }) {
  const { t } = useTranslation();
  if (rows.length === 0) return <p className="quiet">{t('ui.empty.nothing')}</p>;
  return (
    <div className="levels">
      {rows.map((row) => (
        <div key={row.organizationId} className="child-bar" style={{ gridTemplateColumns: 'minmax(8rem, 14rem) minmax(0, 1fr) 6rem' }}>
          <span>{row.name}</span>
          <LevelBars row={row} reports={reports} />
          {row.hasChildren ? (
            <button type="button" className="text-button" onClick={() => onDrill(row.organizationId)}>
              {t('directives.progress.drill')}
            </button>
          ) : (
            <span />
          )}
        </div>
      ))}
    </div>
  );
}
