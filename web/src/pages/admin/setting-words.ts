import { useTranslation } from 'react-i18next';
import { number } from '../../ui/formats.ts';
import { comma } from '../../i18n/comma.ts';

const isPlain = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

/** What a setting is called, and its JSON in words. */
export function useSettingWords() {
  const { t } = useTranslation();
  // Keys of settings hold a dot, which is the separator of keys.
  const names: Readonly<Record<string, string>> = t('settings.names', { returnObjects: true });
  const said = (value: unknown): string => {
    if (typeof value === 'boolean') return value ? t('settings.yes') : t('settings.no');
    if (typeof value === 'number') return number(value);
    if (typeof value === 'string') return value;
    const items: readonly unknown[] = Array.isArray(value) ? value : Object.keys(value ?? {});
    if (items.length === 0) return t('settings.empty');
    return items.every(isPlain) && items.length <= 6 ? items.join(comma()) : t('settings.items', { count: items.length });
  };
  return {
    name: (key: string) => names[key] ?? key,
    value: (json: string) => said(JSON.parse(json)),
  };
}
