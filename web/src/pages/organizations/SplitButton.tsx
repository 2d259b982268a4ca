import { useTranslation } from 'react-i18next';
import type { Output } from '../../api/client.ts';
import { CommandButton, type Act } from '../../ui/forms/CommandDialog.tsx';
import type { FieldSpec } from '../../ui/forms/Field.tsx';
import type { FormValues } from '../../ui/forms/values.ts';

const parts = [1, 2, 3, 4] as const;
const nameOf = (n: number) => `name${n}`;
const membersOf = (n: number) => `members${n}`;

type Shared = Pick<Act<'splitOrganization'>, 'changes' | 'initial' | 'consequences'>;
interface Props {
  readonly profile: Output<'getOrganization'>;
  readonly effectiveOn: FieldSpec;
  readonly shared: Shared;
}

/** Two parts or more of the same kind, and every member in one of them (ORG-05). */
export function SplitButton({ profile: { organizationId, kind }, effectiveOn, shared }: Props) {
  const { t } = useTranslation();
  const fields = parts.flatMap((n): readonly FieldSpec[] => [
    { name: nameOf(n), kind: 'text', label: t('orgs.form.partName', { n }), required: n <= 2 },
    { name: membersOf(n), kind: 'people', label: t('orgs.form.partMembers', { n }) },
  ]);
  const partsIn = (values: FormValues) =>
    parts
      .map((n) => ({ name: values.text(nameOf(n)), kind, memberIds: values.list(membersOf(n)) }))
      .filter(({ name, memberIds }) => name !== '' || memberIds.length > 0);
  return (
    <CommandButton
      act={{
        ...shared,
        command: 'splitOrganization',
        label: t('orgs.act.split'),
        fields: [...fields, effectiveOn],
        input: (values) => ({ organizationId, parts: partsIn(values), effectiveOn: values.text('effectiveOn') }),
      }}
    />
  );
}
