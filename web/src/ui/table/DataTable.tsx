import { useEffect, useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { StaleBand } from '../Freshness.tsx';
import { Icon } from '../Icon.tsx';
import { ProblemPanel } from '../Problem.tsx';
import { Pager } from './Pager.tsx';
import { TableRow } from './TableRow.tsx';
import { TableSettings, useTableSettings } from './TableSettings.tsx';
import type { List } from './use-list.ts';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly render: (row: Row) => React.ReactNode;
  readonly align?: 'end';
  /** In units of the text size; the rest share what is left. */
  readonly width?: number;
  /** Stays when columns are hidden. */
  readonly fixed?: boolean;
}

interface Props<Row> {
  /** Names the table for readers and keeps its columns per browser. */
  readonly id: string;
  readonly caption: string;
  readonly list: List<Row>;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  readonly filters?: React.ReactNode;
  readonly toolbar?: React.ReactNode;
  /** With filters set, an empty list means something else. */
  readonly filtered?: boolean;
  readonly onClearFilters?: () => void;
  readonly firstAction?: React.ReactNode;
}

export function DataTable<Row>(props: Props<Row>) {
  const { id, caption, list, columns, filters, toolbar } = props;
  const settings = useTableSettings(id, columns);
  return (
    <div className="table-frame">
      {filters ? <div className="table-filters">{filters}</div> : null}
      <div className="table-tools">
        <div className="table-actions">{toolbar}</div>
        {list.updates > 0 ? <Updates count={list.updates} onShow={list.refetch} /> : null}
        <TableSettings settings={settings} columns={columns} />
      </div>
      <StaleBand lagSeconds={list.lagSeconds} staleReads={list.staleReads} own={list.own} />
      {list.error !== null ? (
        <ProblemPanel error={list.error} onRetry={list.refetch} />
      ) : (
        <Rows {...props} columns={settings.shown} density={settings.density} />
      )}
      <Pager list={list} caption={caption} />
    </div>
  );
}

/** Said aloud by what is around the button: a status inside it would leave the button without a name. */
function Updates({ count, onShow }: { count: number; onShow: () => void }) {
  const { t } = useTranslation();
  return (
    <span role="status">
      <button type="button" className="pill" onClick={onShow}>
        <Icon name="refresh" size={14} />
        {t('ui.updates', { count })}
      </button>
    </span>
  );
}

function Rows<Row>({ caption, list, columns, rowKey, onOpen, density, ...empty }: Props<Row> & { density: string }) {
  const [active, setActive] = useState(0);
  const { rows } = list;
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className={`table table-${density}`} aria-busy={list.fetching}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, title, align, width }) => (
              <th
                key={key}
                scope="col"
                className={align === 'end' ? 'end' : undefined}
                style={width === undefined ? { minInlineSize: '11rem' } : { inlineSize: `${width}rem` }}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows?.map((row, at) => (
            <TableRow
              key={rowKey(row)}
              row={row}
              columns={columns}
              onOpen={onOpen}
              syncing={list.own.some(({ id }) => rowKey(row).includes(id))}
              focusable={at === Math.min(active, rows.length - 1)}
              onFocus={() => setActive(at)}
            />
          ))}
        </tbody>
      </table>
      {rows === undefined ? <TableSkeleton list={list} /> : null}
      {rows?.length === 0 ? <Empty {...empty} /> : null}
    </div>
  );
}

function Empty({ filtered = false, onClearFilters, firstAction }: Pick<Props<unknown>, 'filtered' | 'onClearFilters' | 'firstAction'>) {
  const { t } = useTranslation();
  return (
    <div className="empty">
      <p>{filtered ? t('ui.empty.filtered') : t('ui.empty.nothing')}</p>
      {filtered && onClearFilters ? <Button onClick={onClearFilters}>{t('ui.clear')}</Button> : firstAction}
    </div>
  );
}

const patience = 8_000;

function TableSkeleton({ list }: { list: List<unknown> }) {
  const { t } = useTranslation();
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), patience);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="skeleton skeleton-table" role="status" aria-label={t('ui.loading')}>
      {Array.from({ length: 8 }, (_none, line) => (
        <span key={line} />
      ))}
      {long ? (
        <p>
          {t('ui.stillLoading')} <Button onClick={list.refetch}>{t('ui.retry')}</Button>
        </p>
      ) : null}
    </div>
  );
}
