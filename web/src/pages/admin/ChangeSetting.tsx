import { useTranslation } from 'react-i18next';
import { read, type Row } from '../../api/client.ts';
import type { SessionGrant } from '../../api/session.ts';
import { useSession } from '../../shell/session.tsx';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import type { FieldSpec } from '../../ui/forms/Field.tsx';
import type { Seen } from '../../ui/forms/use-act.ts';
import { number } from '../../ui/formats.ts';
import { useSettingWords } from './setting-words.ts';

type Setting = Row<'listSettings'>;

const levelsOf: Readonly<Record<Setting['who'], readonly string[]>> = {
  city: ['city'],
  operator: ['city'],
  district: ['city', 'district'],
  center: ['city', 'district'],
  person: [],
};

/** Whom the catalogue lets change it: the system administrator what operators set, else the organization department of the rank (requirements section 10). */
export const mayChange = ({ who }: Setting, { role, level }: SessionGrant): boolean =>
  role === (who === 'operator' ? 'systemAdministrator' : 'organizationOfficer') && levelsOf[who].includes(level);

/** A new value from a later day on; the past keeps its own. */
export function ChangeSetting({ setting, on }: { setting: Setting; on: string }) {
  const { t } = useTranslation();
  const { grant } = useSession();
  const words = useSettingWords();
  const { organizationId } = grant;
  const { key, value, reach, min, max } = setting;
  const isFlag = typeof JSON.parse(value) === 'boolean';
  const seen = ({ version, value: now }: Setting): Seen => ({ version, values: {}, facts: { [t('settings.columns.value')]: words.value(now) } });
  const latest = async () => {
    const { data } = await read('listSettings', { organizationId, on });
    return seen(data.items.find((item) => item.key === key) ?? setting);
  };
  return (
    <CommandButton
      small
      act={{
        command: 'changeSetting',
        label: t('settings.change'),
        changes: ['listSettings'],
        existing: { ...seen(setting), latest },
        consequences: t('settings.consequences', { name: words.name(key), value: words.value(value), reach: number(reach) as never }),
        initial: { value: isFlag ? JSON.parse(value) : value },
        fields: [
          { name: 'value', label: t('settings.newValue'), required: !isFlag, ...kindOf(value), ...hintOf(min, max) },
          { name: 'effectiveOn', kind: 'date', label: t('settings.effectiveOn'), required: true, hint: t('settings.fromTomorrow') },
          { name: 'reason', kind: 'area', label: t('settings.reason'), required: true },
        ],
        input: (values) => ({
          key,
          organizationId,
          value: isFlag ? String(values.flag('value')) : values.text('value'),
          effectiveOn: values.text('effectiveOn'),
          reason: values.text('reason'),
        }),
      }}
    />
  );
}

function kindOf(json: string): Pick<FieldSpec, 'kind'> & ({ kind: 'switch' | 'number' } | { kind: 'area'; max: number }) {
  const value: unknown = JSON.parse(json);
  if (typeof value === 'boolean') return { kind: 'switch' };
  return typeof value === 'number' ? { kind: 'number' } : { kind: 'area', max: 20_000 };
}

const hintOf = (min: number | null, max: number | null) => (min === null ? {} : { hint: `${number(min)} – ${number(max)}` });
