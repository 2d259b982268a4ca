import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Output } from '../../api/client.ts';
import { useAddress } from '../../shell/scope.ts';
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
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('lines.matrix')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('lines.line')}</th>
            {places.map((place) => (
              <th key={place.organizationId} scope="col" className="end">
                {nameOf(place)}
              </th>
            ))}
            <th scope="col" className="end">
              {t('lines.total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.organizationId}>
              <th scope="row">{nameOf(line)}</th>
              {places.map((place) => (
                <td key={place.organizationId} className="end">
                  <Cell
                    value={inCell.get(`${line.organizationId} ${place.organizationId}`)?.[measure] ?? 0}
                    filters={{ 'f.line': line.organizationId, 'f.place': place.organizationId }}
                  />
                </td>
              ))}
              <td className="end">
                <Cell value={line[measure]} filters={{ 'f.line': line.organizationId }} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('lines.total')}</th>
            {places.map((place) => (
              <td key={place.organizationId} className="end">
                <Cell value={place[measure]} filters={{ 'f.place': place.organizationId }} />
              </td>
            ))}
            <td className="end">
              <Cell value={total[measure]} filters={{}} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** An empty cell opens no list. */
function Cell({ value, filters }: { readonly value: number; readonly filters: Readonly<Record<string, string>> }) {
  const address = useAddress();
  return value === 0 ? <span className="quiet">{number(0)}</span> : <Link to={address('/orgs/lines', filters)}>{number(value)}</Link>;
}
