import { useTranslation } from 'react-i18next';
import type { Output } from '../../api/client.ts';
import { useSession } from '../../shell/session.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import { number, plainDate } from '../../ui/formats.ts';
import { Panel } from '../../ui/Panel.tsx';

type Staffing = NonNullable<Output<'organizationFacts'>['staffing']>;
interface Props {
  readonly organizationId: string;
  readonly of: Staffing;
}

/** ORG-28: what the rule asks of the organization, and what it has declared. */
export function StaffingPanel({ organizationId, of }: Props) {
  const { t } = useTranslation();
  const { can } = useSession();
  const { duty, staff, inPost, least, most, declaredOn } = of;
  return (
    <Panel title={t('facts.staffing.title')} extra={can('organization.change') ? <Declare organizationId={organizationId} of={of} /> : null}>
      <Facts
        of={[
          [t('facts.staffing.duty'), t(`facts.staffing.duties.${duty}`)],
          ...(duty === 'fullTimeWorkers' ? ([[t('facts.staffing.staff'), number(staff)]] as const) : []),
          [t('facts.staffing.inPost'), number(inPost)],
          [t('facts.staffing.needed'), least === most ? number(least) : `${number(least)}–${number(most)}`],
          [t('facts.staffing.declaredOn'), plainDate(declaredOn)],
        ]}
      />
    </Panel>
  );
}

function Declare({ organizationId, of: { duty, staff, inPost } }: Props) {
  const { t } = useTranslation();
  const asksStaff = duty === 'fullTimeWorkers';
  return (
    <CommandButton
      act={{
        command: 'declareStaffing',
        label: t('facts.staffing.act'),
        changes: ['organizationFacts', 'staffingReport', 'staffingReportRows'],
        initial: Object.fromEntries(Object.entries({ staff, inPost }).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]]))),
        fields: [
          ...(asksStaff ? ([{ name: 'staff', kind: 'number', required: true, label: t('facts.staffing.staff') }] as const) : []),
          { name: 'inPost', kind: 'number', required: true, label: t('facts.staffing.inPost') },
        ],
        input: (values) => ({ organizationId, inPost: values.count('inPost'), ...(asksStaff ? { staff: values.count('staff') } : {}) }),
      }}
    />
  );
}
