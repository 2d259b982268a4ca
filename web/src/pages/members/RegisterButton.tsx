import { codeList } from '@zhitong/kernel';
import { memberKinds } from '@zhitong/catalogue/codes-members.ts';
import { useTranslation } from 'react-i18next';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';

const sources = codeList('admission', 'initialLoad');

export function RegisterButton() {
  const { t } = useTranslation();
  return (
    <CommandButton
      primary
      act={{
        command: 'registerMember',
        label: t('members.register'),
        changes: ['listMembers', 'memberCounts', 'listOrganizations'],
        initial: { source: 'admission', kind: 'provisional' },
        fields: [
          { name: 'name', kind: 'text', label: t('members.form.name'), required: true },
          { name: 'citizenNumber', kind: 'text', label: t('members.form.citizenNumber'), required: true },
          { name: 'birthDate', kind: 'date', label: t('members.form.birthDate'), required: true },
          { name: 'phone', kind: 'text', label: t('members.form.phone') },
          { name: 'branchId', kind: 'organization', label: t('members.form.branch'), required: true },
          { name: 'kind', kind: 'code', set: 'memberKind', codes: memberKinds.values, label: t('members.form.kind'), required: true },
          { name: 'joinedOn', kind: 'date', label: t('members.form.joinedOn'), required: true },
          { name: 'fullFrom', kind: 'date', label: t('members.form.fullFrom') },
          { name: 'source', kind: 'code', set: 'registrationSource', codes: sources.values, label: t('members.form.source'), required: true },
        ],
        input: (values) => ({
          name: values.text('name'),
          citizenNumber: values.text('citizenNumber'),
          birthDate: values.text('birthDate'),
          phone: values.optional('phone'),
          branchId: values.text('branchId'),
          kind: values.code(memberKinds, 'kind'),
          joinedOn: values.text('joinedOn'),
          fullFrom: values.optional('fullFrom'),
          source: values.code(sources, 'source'),
        }),
      }}
    />
  );
}
