import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAddress } from '../../shell/scope.ts';
import { Bar } from '../../ui/Deadline.tsx';
import { number } from '../../ui/formats.ts';
import { useMetricWords } from './metric-words.ts';
import { listOf, placeOf, stepOf, type Metric } from './metrics.ts';

interface Props {
  readonly metrics: readonly Metric[];
  readonly chosen: Metric;
  readonly onChoose: (metric: string) => void;
}

/** Parent = children + 本级直属 + 未定位; both are drawn even at zero. */
export function Breakdown({ metrics, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const words = useMetricWords();
  const sum = chosen.children.reduce((total, { value }) => total + value, 0);
  const districts = chosen.children.length > 0 && chosen.children.filter(({ name }) => placeOf(name) !== null).length > chosen.children.length / 2;
  return (
    <div className="stack">
      <div className="wide-choice">
        <Segmented
          aria-label={t('cockpit.figures')}
          value={chosen.metric}
          onChange={onChoose}
          options={metrics.map(({ metric }) => ({ value: metric, label: words(metric).name }))}
        />
      </div>
      {districts ? <Tiles of={chosen} /> : null}
      {districts ? (
        <details>
          <summary>{t('cockpit.table')}</summary>
          <ChildBars of={chosen} />
        </details>
      ) : (
        <ChildBars of={chosen} />
      )}
      <p className="quiet">
        {t('cockpit.sumHint', { total: number(chosen.value), children: number(sum), own: number(chosen.own), unlocated: number(chosen.unlocated) })}
      </p>
    </div>
  );
}

/** District tiles stand roughly where the districts lie: no map data is needed, each tile is a link. */
function Tiles({ of: { children, own, unlocated } }: { of: Metric }) {
  const { t } = useTranslation();
  const address = useAddress();
  const most = Math.max(...children.map(({ value }) => value), 0);
  return (
    <ul className="tiles" aria-label={t('cockpit.map')}>
      {children.map(({ organizationId, name, value }) => {
        const place = placeOf(name);
        return (
          <li key={organizationId} style={place === null ? undefined : { gridRow: place.row, gridColumn: place.column }}>
            <Link to={address(`/cockpit/${organizationId}`)} className={`tile tile-${stepOf(value, most)}`}>
              <span>{name}</span>
              <strong>{number(value)}</strong>
            </Link>
          </li>
        );
      })}
      <li style={{ gridRow: 4, gridColumn: '1 / 3' }}>
        <Rest label={t('cockpit.own')} value={own} />
      </li>
      <li style={{ gridRow: 4, gridColumn: '3 / 5' }}>
        <Rest label={t('cockpit.unlocated')} value={unlocated} />
      </li>
    </ul>
  );
}

function Rest({ label, value }: { label: string; value: number }) {
  return (
    <span className="tile tile-rest">
      <span>{label}</span>
      <strong>{number(value)}</strong>
    </span>
  );
}

function ChildBars({ of: { metric, organizationId, children, own, unlocated } }: { of: Metric }) {
  const { t } = useTranslation();
  const address = useAddress();
  const most = Math.max(...children.map(({ value }) => value), own, unlocated, 1);
  const rows = [...children].sort((a, b) => b.value - a.value);
  return (
    <ul className="child-bars">
      {rows.map((child) => (
        <li key={child.organizationId}>
          <span className="child-bar">
            <Link to={address(`/cockpit/${child.organizationId}`)}>{child.name}</Link>
            <Bar share={child.value / most} />
            <Link to={address(...listOf(metric, child.organizationId))}>{number(child.value)}</Link>
          </span>
        </li>
      ))}
      {(
        [
          [t('cockpit.own'), own],
          [t('cockpit.unlocated'), unlocated],
        ] as const
      ).map(([label, value]) => (
        <li key={label}>
          <span className="child-bar">
            <span className="quiet">{label}</span>
            <Bar share={value / most} />
            <span>{number(value)}</span>
          </span>
        </li>
      ))}
      {rows.length === 0 ? (
        <li>
          <Link to={address(...listOf(metric, organizationId))}>{t('ui.open')}</Link>
        </li>
      ) : null}
    </ul>
  );
}
