import type { KeyboardEvent, MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Tag } from '../StateTag.tsx';
import type { Column } from './DataTable.tsx';

interface Props<Row> {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  readonly onOpen: ((row: Row) => void) | undefined;
  /** An own act on it is not part of what it shows. */
  readonly syncing: boolean;
  readonly focusable: boolean;
  readonly onFocus: () => void;
}

/** Arrows walk, Enter opens; links and buttons inside keep their own keys. */
export function TableRow<Row>({ row, columns, onOpen, syncing, focusable, onFocus }: Props<Row>) {
  const { t } = useTranslation();
  const interactive = onOpen !== undefined;
  return (
    <tr
      className={interactive ? 'row-open' : undefined}
      tabIndex={interactive ? (focusable ? 0 : -1) : undefined}
      onFocus={onFocus}
      onKeyDown={interactive ? (event) => walk(event, () => onOpen(row)) : undefined}
      onClick={interactive ? (event) => fromControl(event) || onOpen(row) : undefined}
    >
      {columns.map(({ key, render, align, title }, at) => {
        const shown = render(row);
        return (
          <td key={key} className={[align ?? '', isFigures(shown) ? 'figures-cell' : ''].join(' ')} data-title={title}>
            {shown}
            {syncing && at === 0 ? (
              <Tag tone="warn" icon="clock">
                {t('ui.syncingRow')}
              </Tag>
            ) : null}
          </td>
        );
      })}
    </tr>
  );
}

/** A date or a number is read in one line. */
const isFigures = (shown: React.ReactNode): boolean => typeof shown === 'string' && /^[\d\s:.,-]+$/.test(shown);

const fromControl = ({ target }: MouseEvent) => target instanceof Element && target.closest('a,button,input,label,[role="button"]') !== null;

function walk(event: KeyboardEvent<HTMLTableRowElement>, open: () => void): void {
  if (event.target !== event.currentTarget) return;
  const { currentTarget: row, key } = event;
  const to = {
    ArrowDown: row.nextElementSibling,
    ArrowUp: row.previousElementSibling,
    Home: row.parentElement?.firstElementChild,
    End: row.parentElement?.lastElementChild,
  }[key];
  if (key === 'Enter') open();
  else if (to instanceof HTMLElement) to.focus();
  else return;
  event.preventDefault();
}
