import { useTranslation } from 'react-i18next';
import { OneOf } from '../ui/OneOf.tsx';
import { useTextSize } from './text-size.ts';

const sizes = ['normal', 'large', 'extraLarge'] as const;

/** 大字: the size of the text, on every page. */
export function TextSizes() {
  const { t } = useTranslation();
  const [size, setSize] = useTextSize();
  return (
    <OneOf label={t('shell.textSize')} value={size} options={sizes.map((value) => ({ value, label: t(`shell.textSizes.${value}`) }))} onChange={setSize} />
  );
}
