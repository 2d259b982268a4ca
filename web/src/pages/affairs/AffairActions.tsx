import { affairTypes } from '@zhitong/catalogue/codes-meetings.ts';
import { addDays } from '@zhitong/kernel';
import { useTranslation } from 'react-i18next';
import type { CommandName, Output } from '../../api/client.ts';
import { CommandButton, type Act } from '../../ui/forms/CommandDialog.tsx';
import { today } from '../../ui/formats.ts';
import { changes, useTypes } from './words.ts';

const button = <N extends CommandName>(act: Omit<Act<N>, 'changes'>) => <CommandButton act={{ ...act, changes }} />;

/** The members were asked: dates and counts, nobody's opinion. */
export function Consult({ organizationId }: { readonly organizationId: string }) {
  const { t } = useTranslation();
  const types = useTypes();
  return button({
    command: 'recordConsultation',
    label: t('affairs.act.consult'),
    initial: { untilOn: today() },
    fields: [
      { name: 'type', kind: 'choice', options: types, label: t('affairs.type'), required: true },
      { name: 'subject', kind: 'text', label: t('affairs.subject'), required: true },
      { name: 'fromOn', kind: 'date', label: t('affairs.fromOn'), required: true },
      { name: 'untilOn', kind: 'date', label: t('affairs.untilOn'), required: true },
      { name: 'asked', kind: 'number', label: t('affairs.asked'), required: true },
      { name: 'opinions', kind: 'number', label: t('affairs.opinions'), required: true },
      { name: 'adopted', kind: 'number', label: t('affairs.adopted'), required: true },
      { name: 'reason', kind: 'text', label: t('affairs.lateReason') },
    ],
    input: (values) => ({
      organizationId,
      type: values.code(affairTypes, 'type'),
      subject: values.text('subject'),
      fromOn: values.text('fromOn'),
      untilOn: values.text('untilOn'),
      asked: values.count('asked'),
      opinions: values.count('opinions'),
      adopted: values.count('adopted'),
      reason: values.optional('reason'),
    }),
  });
}

/** Makes a matter known to the members: a new one, or one that they were consulted on. */
export function Publish({ organizationId, affair }: { readonly organizationId: string; readonly affair?: Output<'getAffair'> }) {
  const { t } = useTranslation();
  const types = useTypes();
  return button({
    command: 'publishAffair',
    label: t('affairs.act.publish'),
    consequences: t('affairs.publishHint'),
    initial: { untilOn: addDays(today(), 7), type: affair?.type, subject: affair?.subject },
    fields: [
      ...(affair === undefined ? [{ name: 'type', kind: 'choice', options: types, label: t('affairs.type'), required: true } as const] : []),
      { name: 'subject', kind: 'text', label: t('affairs.subject'), required: true },
      { name: 'text', kind: 'area', max: 4000, label: t('affairs.text'), required: true },
      { name: 'untilOn', kind: 'date', label: t('affairs.shownUntil'), required: true },
    ],
    input: (values) => ({
      organizationId,
      affairId: affair?.affairId,
      type: affair?.type ?? values.code(affairTypes, 'type'),
      subject: values.text('subject'),
      text: values.text('text'),
      untilOn: values.text('untilOn'),
    }),
  });
}

export function Answer({ affairId, objectionId }: { readonly affairId: string; readonly objectionId: string }) {
  const { t } = useTranslation();
  return button({
    command: 'answerAffairObjection',
    label: t('affairs.act.answer'),
    fields: [{ name: 'text', kind: 'area', max: 2000, label: t('affairs.answer'), required: true }],
    input: (values) => ({ affairId, objectionId, text: values.text('text') }),
  });
}

export function ObjectTo({ affairId }: { readonly affairId: string }) {
  const { t } = useTranslation();
  return button({
    command: 'objectToAffair',
    label: t('affairs.act.object'),
    consequences: t('affairs.objectHint'),
    fields: [{ name: 'text', kind: 'area', max: 2000, label: t('affairs.objection'), required: true }],
    input: (values) => ({ affairId, text: values.text('text') }),
  });
}
