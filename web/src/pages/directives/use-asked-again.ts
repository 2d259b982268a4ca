import { askedAgainReasons } from '@zhitong/catalogue/codes-link.ts';
import { useTranslation } from 'react-i18next';
import type { FieldSpec } from '../../ui/forms/Field.tsx';

/** Asked where the same was asked of an addressee not long ago (LINK-07). */
export function useAskedAgain(): FieldSpec {
  const { t } = useTranslation();
  return {
    name: 'reasonCode',
    kind: 'choice',
    options: askedAgainReasons.values.map((value) => ({ value, label: t(`directives.askedAgain.${value}`) })),
    label: t('directives.form.reason'),
    hint: t('directives.form.askedBefore'),
    required: true,
  };
}
