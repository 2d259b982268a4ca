import type { CodeList } from '@zhitong/kernel';
import { useAddress } from '../../shell/scope.ts';
import { Figure } from '../../ui/Figure.tsx';
import { Loading, Panel, type Loaded } from '../../ui/Panel.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { codeIn, useFilters } from '../../ui/table/use-filters.ts';
import type { List } from '../../ui/table/use-list.ts';
import { Watermark } from '../../ui/Watermark.tsx';

interface Shown<Code extends string> {
  readonly code: Code;
  readonly label: string;
  readonly tone: 'plain' | 'warn' | 'danger';
}
interface Props<Code extends string, Row> {
  /** Of the page of facts; the table is called so, too. */
  readonly tab: string;
  readonly title: string;
  readonly hint: string;
  readonly figures: readonly Shown<Code>[];
  readonly chosen: Code;
  readonly report: Loaded<Readonly<Record<Code, number>>>;
  readonly list: List<Row>;
  readonly columns: readonly Column<Row>[];
}

/** The figure that the address names, else the first. */
export function useFigure<Code extends string>(figures: CodeList<Code>): Code {
  const { values } = useFilters('figure');
  return codeIn(figures, values.figure) ?? figures.values[0];
}

/** Figures about holders of posts, and beneath them the holders that the chosen one counts. */
export function FigureList<Code extends string, Row extends { readonly postId: string }>(props: Props<Code, Row>) {
  const { tab, title, hint, figures, chosen, report, list, columns } = props;
  const address = useAddress();
  const { clear, filtered } = useFilters('figure');
  return (
    <div className="stack">
      <Panel title={title}>
        <Loading of={report} lines={2}>
          {(answer) => (
            <div className="figures">
              {figures.map(({ code, label, tone }) => (
                <Figure key={code} label={label} value={answer[code]} to={address('/facts', { tab, 'f.figure': code })} tone={tone} />
              ))}
            </div>
          )}
        </Loading>
        <p className="quiet">{hint}</p>
      </Panel>
      <div className="table-frame">
        <Watermark />
        <DataTable
          id={tab}
          caption={figures.find(({ code }) => code === chosen)?.label ?? title}
          list={list}
          columns={columns}
          rowKey={({ postId }) => postId}
          filtered={filtered}
          onClearFilters={clear}
        />
      </div>
    </div>
  );
}
