import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Freshness } from '../Freshness.tsx';
import { number } from '../formats.ts';
import { Icon } from '../Icon.tsx';
import { pageSizes, type List } from './use-list.ts';

export function Pager({ list, caption }: { list: List<unknown>; caption: string }) {
  const { t } = useTranslation();
  if (list.rows === undefined) return null;
  return (
    <nav className="pager" aria-label={caption}>
      <span data-testid="total">{t(list.totalMore ? 'ui.totalMore' : 'ui.total', { total: number(list.total) })}</span>
      <Freshness receivedAt={list.receivedAt} lagSeconds={list.lagSeconds} />
      <span className="pager-moves">
        <label>
          {t('ui.pageSize')}{' '}
          <select value={list.size} onChange={({ target }) => list.onSize(Number(target.value))}>
            {pageSizes.map((size) => (
              <option key={size}>{size}</option>
            ))}
          </select>
        </label>
        <Button disabled={list.onPrevious === null} onClick={() => list.onPrevious?.()} icon={<Icon name="left" />}>
          {t('ui.previous')}
        </Button>
        <Button disabled={list.onNext === null} onClick={() => list.onNext?.()}>
          {t('ui.next')}
          <Icon name="right" />
        </Button>
      </span>
    </nav>
  );
}
