import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganizationNames } from '../../api/names.ts';
import { useRead } from '../../api/reading.ts';
import { PersonName } from '../names.tsx';
import { useSettled } from './use-settled.ts';

interface Props {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (personId: string | undefined) => void;
}

/** Finds a member inside the scope by name or initials. */
export function PersonPicker({ id, value, onChange }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const text = useSettled(typed.trim(), 250);
  const { data } = useRead('resolvePersonBySearch', { text, limit: 20 }, { enabled: text.length >= 2, keep: true });
  const found = text.length >= 2 ? (data?.items ?? []) : [];
  const branch = useOrganizationNames(found.map(({ branchId }) => branchId));
  const options = found.map(({ personId, name, branchId }) => ({ value: personId, label: <>{`${name} · ${branch(branchId) ?? ''}`}</> }));
  const chosen = value !== undefined && !options.some((option) => option.value === value) ? [{ value, label: <PersonName id={value} /> }] : [];
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      value={value ?? null}
      onChange={(next: string | null | undefined) => onChange?.(next ?? undefined)}
      options={[...chosen, ...options]}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear
      placeholder={t('ui.searchMember')}
      notFoundContent={t('ui.noMatch')}
    />
  );
}
