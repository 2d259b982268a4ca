import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganizationNames } from '../../api/names.ts';
import { useRead } from '../../api/reading.ts';
import { useScope } from '../../shell/scope.ts';
import { useWord } from '../StateTag.tsx';
import { useSettled } from './use-settled.ts';

interface Props {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (organizationId: string | undefined) => void;
  readonly placeholder?: string;
  readonly clearable?: boolean;
  readonly label?: string;
}

const initials = /^[a-z0-9]+$/i;

/** Finds one organization by name or pinyin initials inside the scope. */
export function OrganizationPicker({ id, value, onChange, placeholder, clearable = true, label }: Props) {
  const { t } = useTranslation();
  const { options, search } = useOrganizationOptions();
  const name = useOrganizationNames([value])(value ?? '');
  const chosen = value !== undefined && !options.some((option) => option.value === value) ? [{ value, label: name ?? value }] : [];
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      value={value ?? null}
      onChange={(next: string | null | undefined) => onChange?.(next ?? undefined)}
      options={[...chosen, ...options]}
      showSearch={{ filterOption: false, onSearch: search }}
      allowClear={clearable}
      placeholder={placeholder ?? t('ui.searchOrganization')}
      notFoundContent={t('ui.noMatch')}
      popupMatchSelectWidth={false}
    />
  );
}

export function OrganizationsPicker({ id, value, onChange }: { id?: string; value?: readonly string[]; onChange?: (ids: string[]) => void }) {
  const { t } = useTranslation();
  const { options, search } = useOrganizationOptions();
  const names = useOrganizationNames(value ?? []);
  const chosen = (value ?? []).filter((one) => !options.some((option) => option.value === one)).map((one) => ({ value: one, label: names(one) ?? one }));
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      mode="multiple"
      value={[...(value ?? [])]}
      onChange={(next: string[]) => onChange?.(next)}
      options={[...chosen, ...options]}
      showSearch={{ filterOption: false, onSearch: search }}
      placeholder={t('ui.searchOrganization')}
      notFoundContent={t('ui.noMatch')}
    />
  );
}

function useOrganizationOptions() {
  const word = useWord();
  const { scope } = useScope();
  const [typed, setTyped] = useState('');
  const wanted = useSettled(typed.trim(), 250);
  const by = initials.test(wanted) ? { initials: wanted } : { name: wanted };
  const { data } = useRead('listOrganizations', { scope: scope.organizationId, view: scope.view, limit: 20, ...(wanted === '' ? {} : by) }, { keep: true });
  const options = (data?.items ?? []).map(({ organizationId, name, kind }) => ({
    value: organizationId,
    label: `${name} · ${word('organizationKind', kind)}`,
  }));
  return { options, search: setTyped };
}
