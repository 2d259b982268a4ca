export interface FigureRow {
  readonly key: string;
  readonly name: React.ReactNode;
  readonly figures: readonly React.ReactNode[];
}

interface Props {
  readonly label: string;
  /** What a row is of, then a figure a column. */
  readonly head: readonly string[];
  readonly rows: readonly FigureRow[];
  readonly total?: FigureRow;
}

/** A few rows of figures that are all there at once; what has pages is a `DataTable`. */
export function FigureTable({ label, head, rows, total }: Props) {
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={label}>
      <table className="plain-table">
        <thead>
          <tr>
            {head.map((title, at) => (
              <th key={at} scope="col" className={at === 0 ? undefined : 'end'}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{rows.map(line)}</tbody>
        {total === undefined ? null : <tfoot>{line(total)}</tfoot>}
      </table>
    </div>
  );
}

const line = ({ key, name, figures }: FigureRow) => (
  <tr key={key}>
    <th scope="row">{name}</th>
    {figures.map((figure, at) => (
      <td key={at} className="end">
        {figure}
      </td>
    ))}
  </tr>
);
