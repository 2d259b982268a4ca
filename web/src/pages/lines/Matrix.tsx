import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Output } from '../../api/client.ts';
import { useAddress } from '../../shell/scope.ts';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { number } from '../../ui/formats.ts';

type Answer = Output<'lineMatrix'>;
export const measures = ['organizations', 'members'] as const;
export type Measure = (typeof measures)[number];

interface Props {
  readonly of: Answer;
  readonly measure: Measure;
  /** What it holds directly is called so. */
  readonly scopeId: string;
}

/** Lines down, places across, sums at both ends; each number leads to the organizations it is of. */
export function Matrix({ of: { lines, places, cells, ...total }, measure, scopeId }: Props) {
  const { t } = useTranslation();
  const inCell = new Map(cells.map((cell) => [`${cell.lineId} ${cell.placeId}`, cell]));
  const nameOf = ({ organizationId, name }: Answer['lines'][number]) => (organizationId === scopeId ? t('lines.own', { name }) : name);
  const row = (key: string, name: string, figureAt: (placeId: string) => number, sum: number, filters: Readonly<Record<string, string>>) => ({
    key,
    name,
    figures: [
      ...places.map(({ organizationId }) => <Cell key={organizationId} value={figureAt(organizationId)} filters={{ ...filters, 'f.place': organizationId }} />),
      <Cell key="sum" value={sum} filters={filters} />,
    ],
  });
  const inPlace = new Map(places.map((place) => [place.organizationId, place[measure]]));
  return (
    <FigureTable
      label={t('lines.matrix')}
      head={[t('lines.line'), ...places.map(nameOf), t('lines.total')]}
      rows={lines.map((line) =>
        row(line.organizationId, nameOf(line), (place) => inCell.get(`${line.organizationId} ${place}`)?.[measure] ?? 0, line[measure], {
          'f.line': line.organizationId,
        }),
      )}
      total={row('total', t('lines.total'), (place) => inPlace.get(place) ?? 0, total[measure], {})}
    />
  );
}

/** An empty cell opens no list. */
function Cell({ value, filters }: { readonly value: number; readonly filters: Readonly<Record<string, string>> }) {
  const address = useAddress();
  return value === 0 ? <span className="quiet">{number(0)}</span> : <Link to={address('/orgs/lines', filters)}>{number(value)}</Link>;
}
