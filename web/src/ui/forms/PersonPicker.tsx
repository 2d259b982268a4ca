import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganizationNames, usePersonNames } from '../../api/names.ts';
import { useRead } from '../../api/reading.ts';
import { useSettled } from './use-settled.ts';

interface Props<Value> {
  readonly id?: string;
  readonly value?: Value;
  readonly onChange?: (value: Value | undefined) => void;
}

/** Finds a member inside the scope by name or initials. */
export function PersonPicker({ id, value, onChange }: Props<string>) {
  const { t } = useTranslation();
  const { options, search } = usePersonOptions(value === undefined ? [] : [value]);
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      value={value ?? null}
      onChange={(next: string | null | undefined) => onChange?.(next ?? undefined)}
      options={options}
      showSearch={{ filterOption: false, onSearch: search }}
      allowClear
      placeholder={t('ui.searchMember')}
      notFoundContent={t('ui.noMatch')}
    />
  );
}

export function PeoplePicker({ id, value = [], onChange }: Props<readonly string[]>) {
  const { t } = useTranslation();
  const { options, search } = usePersonOptions(value);
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      mode="multiple"
      value={[...value]}
      onChange={(next: string[]) => onChange?.(next)}
      options={options}
      showSearch={{ filterOption: false, onSearch: search }}
      placeholder={t('ui.searchMember')}
      notFoundContent={t('ui.noMatch')}
    />
  );
}

/** Found ones with their branch, and those chosen before under their names. */
function usePersonOptions(chosenIds: readonly string[]) {
  const [typed, setTyped] = useState('');
  const text = useSettled(typed.trim(), 250);
  const { data } = useRead('resolvePersonBySearch', { text, limit: 20 }, { enabled: text.length >= 2, keep: true });
  const found = text.length >= 2 ? (data?.items ?? []) : [];
  const branch = useOrganizationNames(found.map(({ branchId }) => branchId));
  const name = usePersonNames(chosenIds);
  const options = found.map(({ personId, name: label, branchId }) => ({ value: personId, label: `${label} · ${branch(branchId) ?? ''}` }));
  const chosen = chosenIds.filter((one) => !options.some(({ value }) => value === one)).map((one) => ({ value: one, label: name(one) ?? '…' }));
  return { options: [...chosen, ...options], search: setTyped };
}
