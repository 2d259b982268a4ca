import { unitFlags, unitLedgers } from '@zhitong/catalogue/codes-organizations.ts';
import { useTranslation } from 'react-i18next';
import type { FieldSpec } from '../../ui/forms/Field.tsx';
import type { FormValues } from '../../ui/forms/values.ts';

const fen = 100;

/** What a unit says of itself, as a form asks for it. */
export function useFigureFields(): readonly FieldSpec[] {
  const { t } = useTranslation();
  const ledgers = unitLedgers.values.map((value) => ({ value, label: t(`coverage.ledgers.${value}`) }));
  const flags = unitFlags.values.map((value) => ({ value, label: t(`coverage.thresholds.${value}`) }));
  return [
    { name: 'ledger', kind: 'choice', options: ledgers, label: t('coverage.ledger'), required: true },
    { name: 'staff', kind: 'number', label: t('coverage.staff'), required: true },
    { name: 'fullMembers', kind: 'number', label: t('coverage.fullMembers'), required: true },
    { name: 'revenue', kind: 'number', label: t('coverage.revenue'), hint: t('coverage.revenueHint') },
    { name: 'flags', kind: 'choice', many: true, options: flags, label: t('coverage.flags') },
    { name: 'figuresOn', kind: 'date', label: t('coverage.figuresOn'), required: true },
  ];
}

export const figuresIn = (values: FormValues) => ({
  ledger: values.code(unitLedgers, 'ledger'),
  staff: values.count('staff'),
  fullMembers: values.count('fullMembers'),
  ...(values.optional('revenue') === undefined ? {} : { revenueFen: values.count('revenue') * fen }),
  flags: values.codes(unitFlags, 'flags'),
  figuresOn: values.text('figuresOn'),
});

/** Whole yuan, as the form asks for them. */
export const yuanOf = (amount: number | null): string => (amount === null ? '' : String(Math.floor(amount / fen)));
