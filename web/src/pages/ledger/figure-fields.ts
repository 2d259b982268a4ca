import { unitFlags, unitLedgers } from '@zhitong/catalogue/codes-organizations.ts';
import { useTranslation } from 'react-i18next';
import type { FieldSpec } from '../../ui/forms/Field.tsx';
import type { FormValues } from '../../ui/forms/values.ts';

const fen = 100;

/** What a unit says of itself, as a form asks for it. */
export function useFigureFields(): readonly FieldSpec[] {
  const { t } = useTranslation();
  const ledgers = unitLedgers.values.map((value) => ({ value, label: t(`ledger.ledgers.${value}`) }));
  const flags = unitFlags.values.map((value) => ({ value, label: t(`ledger.thresholds.${value}`) }));
  return [
    { name: 'ledger', kind: 'choice', options: ledgers, label: t('ledger.ledger'), required: true },
    { name: 'staff', kind: 'number', label: t('ledger.staff'), required: true },
    { name: 'fullMembers', kind: 'number', label: t('ledger.fullMembers'), required: true },
    { name: 'revenue', kind: 'number', label: t('ledger.revenue'), hint: t('ledger.revenueHint') },
    { name: 'flags', kind: 'choice', many: true, options: flags, label: t('ledger.flags') },
    { name: 'figuresOn', kind: 'date', label: t('ledger.figuresOn'), required: true },
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
