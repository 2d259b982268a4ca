import { Button, Checkbox, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rowHeights } from '../../tokens.ts';
import { OneOf } from '../OneOf.tsx';
import type { Column } from './DataTable.tsx';

type Density = keyof typeof rowHeights;
const densities = ['compact', 'normal', 'wide'] as const satisfies readonly Density[];

interface Saved {
  readonly density: Density;
  readonly hidden: readonly string[];
}
const standard: Saved = { density: 'normal', hidden: [] };

export function useTableSettings<Row>(id: string, columns: readonly Column<Row>[]) {
  const key = `zt.table.${id}`;
  const [saved, setSaved] = useState<Saved>(() => remembered(key));
  const save = (change: Partial<Saved>) => {
    const next = { ...saved, ...change };
    localStorage.setItem(key, JSON.stringify(next));
    setSaved(next);
  };
  return {
    density: saved.density,
    hidden: saved.hidden,
    shown: columns.filter(({ key: name, fixed }) => fixed === true || !saved.hidden.includes(name)),
    save,
  };
}

function remembered(key: string): Saved {
  try {
    const { density, hidden } = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Saved>;
    return { density: densities.find((one) => one === density) ?? standard.density, hidden: Array.isArray(hidden) ? hidden : [] };
  } catch (error) {
    if (error instanceof SyntaxError) return standard;
    throw error;
  }
}

interface Props<Row> {
  readonly settings: ReturnType<typeof useTableSettings<Row>>;
  readonly columns: readonly Column<Row>[];
}

export function TableSettings<Row>({ settings: { density, hidden, save }, columns }: Props<Row>) {
  const { t } = useTranslation();
  const choice = (
    <div className="table-settings">
      <OneOf
        label={t('ui.density')}
        value={density}
        onChange={(value) => save({ density: value })}
        options={densities.map((value) => ({ value, label: t(`ui.densities.${value}`) }))}
      />
      {columns
        .filter(({ fixed }) => fixed !== true)
        .map(({ key, title }) => (
          <Checkbox
            key={key}
            checked={!hidden.includes(key)}
            onChange={({ target }) => save({ hidden: target.checked ? hidden.filter((name) => name !== key) : [...hidden, key] })}
          >
            {title}
          </Checkbox>
        ))}
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" content={choice}>
      <Button type="text">{t('ui.columns')}</Button>
    </Popover>
  );
}
