import { Select } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string | undefined) => void;
  readonly disabled?: boolean;
  /** So many that they are searched, and longer than the field. */
  readonly many?: boolean;
}

/** Narrows a list to one of these; cleared, it shows all. */
export function FilterBy({ label, value, options, onChange, disabled = false, many = false }: Props) {
  const { t } = useTranslation();
  return (
    <label>
      {label}
      <Select
        allowClear
        disabled={disabled}
        placeholder={t('ui.all')}
        value={value ?? null}
        onChange={onChange}
        options={[...options]}
        {...(many ? { showSearch: { optionFilterProp: 'label' }, popupMatchSelectWidth: false } : {})}
      />
    </label>
  );
}
