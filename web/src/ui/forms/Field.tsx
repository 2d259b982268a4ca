import { Form, Input, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWord, type CodeSet } from '../StateTag.tsx';
import { DateInput } from '../dates/DateInput.tsx';
import { OrganizationPicker, OrganizationsPicker } from './OrganizationPicker.tsx';
import { PeoplePicker, PersonPicker } from './PersonPicker.tsx';

/** One field of a form, by what it holds. */
export type FieldKind =
  | { readonly kind: 'text' | 'number' | 'date' | 'month' | 'organization' | 'organizations' | 'person' | 'people' | 'switch' }
  | { readonly kind: 'area'; readonly max?: number }
  | { readonly kind: 'choice'; readonly options: readonly { readonly value: string; readonly label: string }[]; readonly many?: boolean }
  | { readonly kind: 'code'; readonly set: CodeSet; readonly codes: readonly string[]; readonly many?: boolean };
export type FieldSpec = FieldKind & {
  readonly name: string;
  readonly label: string;
  readonly required?: boolean;
  readonly hint?: string;
};

export function Field({ spec }: { spec: FieldSpec }) {
  const { t } = useTranslation();
  const { name, label, required = false, hint } = spec;
  return (
    <Form.Item
      name={name}
      label={label}
      validateTrigger="onBlur"
      {...(hint === undefined ? {} : { extra: hint })}
      {...(spec.kind === 'switch' ? { valuePropName: 'checked' } : {})}
      rules={required ? [{ required, message: t('ui.required', { field: label }) }] : []}
    >
      <Control spec={spec} />
    </Form.Item>
  );
}

/** Gets `id`, `value` and `onChange` from the form item around it. */
function Control({ spec, ...bound }: { spec: FieldSpec }) {
  const word = useWord();
  switch (spec.kind) {
    case 'text':
      return <Input {...bound} autoComplete="off" />;
    case 'number':
      return <Input {...bound} inputMode="numeric" autoComplete="off" />;
    case 'date':
    case 'month':
      return <DateInput {...bound} picker={spec.kind} />;
    case 'area':
      return <Input.TextArea {...bound} rows={(spec.max ?? 500) > 2_000 ? 10 : 4} showCount maxLength={spec.max ?? 500} />;
    case 'switch':
      return <Switch {...bound} />;
    case 'organization':
      return <OrganizationPicker {...bound} />;
    case 'organizations':
      return <OrganizationsPicker {...bound} />;
    case 'person':
      return <PersonPicker {...bound} />;
    case 'people':
      return <PeoplePicker {...bound} />;
    case 'choice':
      return <Select {...bound} allowClear {...(spec.many ? { mode: 'multiple' as const } : {})} options={[...spec.options]} />;
    case 'code':
      return (
        <Select
          {...bound}
          allowClear
          {...(spec.many ? { mode: 'multiple' as const } : {})}
          options={spec.codes.map((code) => ({ value: code, label: word(spec.set, code) }))}
        />
      );
  }
}
