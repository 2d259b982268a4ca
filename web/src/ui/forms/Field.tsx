import { Form, Input, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWord, type CodeSet } from '../StateTag.tsx';
import { DateInput } from '../dates/DateInput.tsx';
import { OrganizationPicker, OrganizationsPicker } from './OrganizationPicker.tsx';
import { PeoplePicker, PersonPicker } from './PersonPicker.tsx';

/** One field of a form, by what it holds. */
export type FieldKind =
  | { readonly kind: 'text' | 'number' | 'time' | 'date' | 'month' | 'person' | 'people' | 'switch' }
  /** Of the scope, or where `city` says so of the whole city. */
  | { readonly kind: 'organization' | 'organizations'; readonly city?: boolean }
  | { readonly kind: 'area'; readonly max?: number }
  | { readonly kind: 'choice'; readonly options: readonly { readonly value: string; readonly label: string }[]; readonly many?: boolean }
  | { readonly kind: 'code'; readonly set: CodeSet; readonly codes: readonly string[]; readonly many?: boolean };
export type FieldSpec = FieldKind & {
  readonly name: string;
  readonly label: string;
  readonly required?: boolean;
  readonly hint?: string;
};

/** What a field offers, in words. */
export const optionsOf = (spec: Extract<FieldSpec, { readonly kind: 'choice' | 'code' }>, word: ReturnType<typeof useWord>) =>
  spec.kind === 'choice' ? spec.options : spec.codes.map((value) => ({ value, label: word(spec.set, value) }));

/** What is typed freely must read as this; what it means is for the server to judge. */
const forms: Partial<Record<FieldKind['kind'], RegExp>> = { number: /^\s*-?\d+(\.\d+)?\s*$/, time: /^\s*([01]\d|2[0-3]):[0-5]\d\s*$/ };

export function Field({ spec }: { spec: FieldSpec }) {
  const { t } = useTranslation();
  const { name, label, required = false, hint, kind } = spec;
  const pattern = forms[kind];
  return (
    <Form.Item
      name={name}
      label={label}
      validateTrigger="onBlur"
      {...(hint === undefined ? {} : { extra: hint })}
      {...(kind === 'switch' ? { valuePropName: 'checked' } : {})}
      rules={[
        ...(required ? [{ required, message: t('ui.required', { field: label }) }] : []),
        ...(pattern === undefined ? [] : [{ pattern, message: t(kind === 'time' ? 'ui.noTime' : 'ui.noNumber') }]),
      ]}
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
    case 'time':
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
      return <OrganizationPicker {...bound} city={spec.city ?? false} />;
    case 'organizations':
      return <OrganizationsPicker {...bound} city={spec.city ?? false} />;
    case 'person':
      return <PersonPicker {...bound} />;
    case 'people':
      return <PeoplePicker {...bound} />;
    case 'choice':
    case 'code':
      return <Select {...bound} allowClear {...(spec.many ? { mode: 'multiple' as const } : {})} options={[...optionsOf(spec, word)]} />;
  }
}
