import { sizeBands, sizeExceptionReasons } from '@zhitong/catalogue/codes-organizations.ts';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../api/client.ts';
import { CommandButton, type Act } from '../../ui/forms/CommandDialog.tsx';
import { useWord } from '../../ui/StateTag.tsx';

/** Why it may stay outside a size band, until it is looked at again (ORG-03). */
export function SizeException({ profile, changes }: { profile: Output<'getOrganization'>; changes: Act<'grantSizeException'>['changes'] }) {
  const { t } = useTranslation();
  const word = useWord();
  const { organizationId, sizeBands: outside } = profile;
  if (outside.length === 0) return null;
  const reasons = sizeExceptionReasons.values.map((value) => ({ value, label: t(`orgProfile.sizeReasons.${value}`) }));
  return (
    <CommandButton
      act={{
        command: 'grantSizeException',
        label: t('orgProfile.exceptSize'),
        changes,
        initial: { band: outside[0] },
        fields: [
          {
            name: 'band',
            kind: 'choice',
            options: outside.map((value) => ({ value, label: word('sizeBand', value) })),
            label: t('orgProfile.size'),
            required: true,
          },
          { name: 'reasonCode', kind: 'choice', options: reasons, label: t('orgProfile.sizeReason'), required: true },
          { name: 'reviewOn', kind: 'date', label: t('orgProfile.reviewOn'), hint: t('orgProfile.reviewHint'), required: true },
        ],
        input: (values) => ({
          organizationId,
          band: values.code(sizeBands, 'band'),
          reasonCode: values.code(sizeExceptionReasons, 'reasonCode'),
          reviewOn: values.text('reviewOn'),
        }),
      }}
    />
  );
}
