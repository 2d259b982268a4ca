import { codeList } from '@zhitong/kernel';
import { useTranslation } from 'react-i18next';
import type { FieldSpec } from '../../ui/forms/Field.tsx';
import type { FormValues } from '../../ui/forms/values.ts';

export const destinationKinds = codeList('sameCommittee', 'withinCity', 'outOfCity', 'outOfProvince');
const inside: readonly string[] = ['sameCommittee', 'withinCity'];

/** Where to: inside the city an organization, outside of it words. */
export function useDestinationFields(): (values: FormValues) => readonly FieldSpec[] {
  const { t } = useTranslation();
  return (values) => {
    const kind = values.text('kind');
    const within = inside.includes(kind);
    return [
      { name: 'kind', kind: 'code', set: 'transferKind', codes: destinationKinds.values, label: t('transfers.wizard.kind'), required: true },
      ...(within ? [{ name: 'toCommitteeId', kind: 'organization', city: true, label: t('transfers.wizard.toCommittee'), required: true } as const] : []),
      ...(kind === 'sameCommittee'
        ? [{ name: 'toBranchId', kind: 'organization', city: true, label: t('transfers.wizard.toBranch'), required: true } as const]
        : []),
      ...(within ? [] : [{ name: 'destination', kind: 'text', label: t('transfers.wizard.destination'), required: true } as const]),
      { name: 'duesPaidTo', kind: 'month', label: t('transfers.wizard.duesPaidTo'), required: true },
    ];
  };
}

/** A field of another kind of destination, filled in before, is not sent. */
export function destinationIn(values: FormValues) {
  const kind = values.code(destinationKinds, 'kind');
  const within = inside.includes(kind);
  return {
    kind,
    toCommitteeId: within ? values.optional('toCommitteeId') : undefined,
    toBranchId: kind === 'sameCommittee' ? values.optional('toBranchId') : undefined,
    destination: within ? undefined : values.optional('destination'),
    duesPaidTo: values.optional('duesPaidTo'),
  };
}
