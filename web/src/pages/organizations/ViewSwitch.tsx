import { views } from '@zhitong/catalogue/codes.ts';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useScope } from '../../shell/scope.ts';
import { useWord } from '../../ui/StateTag.tsx';

/** 块 or 条. */
export function ViewSwitch() {
  const { t } = useTranslation();
  const word = useWord();
  const { scope, change } = useScope();
  return (
    <Segmented
      aria-label={t('directives.form.view')}
      value={scope.view}
      onChange={(view) => change({ view })}
      options={[...views.values].reverse().map((value) => ({ value, label: word('view', value) }))}
    />
  );
}
