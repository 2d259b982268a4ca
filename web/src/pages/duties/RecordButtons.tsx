import { talkKinds } from '@zhitong/catalogue/codes-meetings.ts';
import { useTranslation } from 'react-i18next';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import { today } from '../../ui/formats.ts';

/** Reads that show what was recorded. */
const changes = ['listYearlyDuties', 'listTalks', 'listLectures'] as const;

interface Props {
  readonly organizationId: string;
}

export function RecordTalk({ organizationId }: Props) {
  const { t } = useTranslation();
  return (
    <CommandButton
      primary
      act={{
        command: 'recordTalk',
        label: t('duties.recordTalk'),
        changes,
        initial: { heldOn: today() },
        fields: [
          {
            name: 'kind',
            kind: 'choice',
            options: talkKinds.values.map((value) => ({ value, label: t(`duties.talks.${value}`) })),
            label: t('duties.talkKind'),
            required: true,
          },
          { name: 'personId', kind: 'person', label: t('duties.one'), required: true },
          { name: 'otherId', kind: 'person', label: t('duties.other'), required: true },
          { name: 'branchId', kind: 'organization', label: t('duties.branch'), hint: t('duties.branchHint') },
          { name: 'heldOn', kind: 'date', label: t('duties.date'), required: true },
          { name: 'reason', kind: 'text', label: t('duties.lateReason') },
        ],
        input: (values) => ({
          organizationId,
          kind: values.code(talkKinds, 'kind'),
          personId: values.text('personId'),
          otherId: values.text('otherId'),
          branchId: values.optional('branchId'),
          heldOn: values.text('heldOn'),
          reason: values.optional('reason'),
        }),
      }}
    />
  );
}

export function RecordLecture({ organizationId }: Props) {
  const { t } = useTranslation();
  return (
    <CommandButton
      act={{
        command: 'recordLecture',
        label: t('duties.recordLecture'),
        changes,
        initial: { givenOn: today(), organizationId },
        fields: [
          { name: 'organizationId', kind: 'organization', label: t('duties.before'), required: true },
          { name: 'personId', kind: 'person', label: t('duties.lecturer'), required: true },
          { name: 'givenOn', kind: 'date', label: t('duties.date'), required: true },
          { name: 'reason', kind: 'text', label: t('duties.lateReason') },
        ],
        input: (values) => ({
          organizationId: values.text('organizationId'),
          personId: values.text('personId'),
          givenOn: values.text('givenOn'),
          reason: values.optional('reason'),
        }),
      }}
    />
  );
}
