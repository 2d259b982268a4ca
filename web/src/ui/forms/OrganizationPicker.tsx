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
  readonly city?: boolean;
}

const initials = /^[a-z0-9]+$/i;

/** Finds one organization by name or pinyin initials: inside the scope, or in the whole city. */
export function OrganizationPicker({ id, value, onChange, placeholder, clearable = true, label, city = false }: Props) {
  const { t } = useTranslation();
  const { options, search } = useOrganizationOptions(city);
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

interface ManyProps extends Pick<Props, 'id' | 'city'> {
  readonly value?: readonly string[];
  readonly onChange?: (organizationIds: string[]) => void;
}

export function OrganizationsPicker({ id, value, onChange, city = false }: ManyProps) {
  const { t } = useTranslation();
  const { options, search } = useOrganizationOptions(city);
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

/** The directory answers to what is typed; until then it is the scope that is offered. */
function useOrganizationOptions(city: boolean) {
  const [typed, setTyped] = useState('');
  const wanted = useSettled(typed.trim(), 250);
  const everywhere = city && wanted !== '';
  const scope = useScopeOptions(wanted, !everywhere);
  const directory = useRead('organizationDirectory', { text: wanted }, { keep: true, enabled: everywhere });
  const found = (directory.data?.items ?? []).map(({ organizationId, name, pathNames }) => ({
    value: organizationId,
    label: [name, ...pathNames.slice(-1)].join(' · '),
  }));
  return { options: everywhere ? found : scope, search: setTyped };
}

function useScopeOptions(wanted: string, enabled: boolean) {
  const word = useWord();
  const { scope } = useScope();
  const by = initials.test(wanted) ? { initials: wanted } : { name: wanted };
  const asked = { scope: scope.organizationId, view: scope.view, limit: 20, ...(wanted === '' ? {} : by) };
  const { data } = useRead('listOrganizations', asked, { keep: true, enabled });
  return (data?.items ?? []).map(({ organizationId, name, kind }) => ({ value: organizationId, label: `${name} · ${word('organizationKind', kind)}` }));
}
