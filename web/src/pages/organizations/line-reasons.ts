import { lineReasons } from '@zhitong/catalogue/codes-organizations.ts';
import { useTranslation } from 'react-i18next';
import type { FieldSpec } from '../../ui/forms/Field.tsx';

/** Asked where an organization comes under another managing line than its sector's (ORG-09). */
export function useLineReason(): FieldSpec {
  const { t } = useTranslation();
  return {
    name: 'reasonCode',
    kind: 'code',
    set: 'lineReason',
    codes: lineReasons.values,
    label: t('orgs.form.lineReason'),
    hint: t('orgs.form.lineReasonHint'),
  };
}
