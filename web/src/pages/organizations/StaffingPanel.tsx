import { useTranslation } from 'react-i18next';
import { read, type Output } from '../../api/client.ts';
import { useSession } from '../../shell/session.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import type { Seen } from '../../ui/forms/use-act.ts';
import { number, plainDate } from '../../ui/formats.ts';
import { Panel } from '../../ui/Panel.tsx';

type Staffing = NonNullable<Output<'organizationFacts'>['staffing']>;
interface Props {
  readonly organizationId: string;
  readonly of: Staffing;
  readonly version: number;
}

const asksStaff = ({ duty }: Staffing): boolean => duty === 'fullTimeWorkers';
const textOf = (count: number | null) => (count === null ? undefined : String(count));

function seen(version: number, of: Staffing | null): Seen {
  const values = of === null ? {} : { ...(asksStaff(of) ? { staff: textOf(of.staff) } : {}), inPost: textOf(of.inPost) };
  return { version, values, facts: {} };
}

/** ORG-28: what the rule asks of the organization, and what it has declared. */
export function StaffingPanel({ organizationId, of, version }: Props) {
  const { t } = useTranslation();
  const { can } = useSession();
  const { duty, staff, inPost, least, most, declaredOn } = of;
  return (
    <Panel title={t('facts.staffing.title')} extra={can('organization.change') ? <Declare organizationId={organizationId} of={of} version={version} /> : null}>
      <Facts
        of={[
          [t('facts.staffing.duty'), t(`facts.staffing.duties.${duty}`)],
          ...(asksStaff(of) ? ([[t('facts.staffing.staff'), number(staff)]] as const) : []),
          [t('facts.staffing.inPost'), number(inPost)],
          [t('facts.staffing.needed'), least === most ? number(least) : `${number(least)}–${number(most)}`],
          [t('facts.staffing.declaredOn'), plainDate(declaredOn)],
        ]}
      />
    </Panel>
  );
}

function Declare({ organizationId, of, version }: Props) {
  const { t } = useTranslation();
  const asked = asksStaff(of);
  const latest = async () => {
    const { data } = await read('organizationFacts', { organizationId });
    return seen(data.version, data.staffing);
  };
  const existing = { ...seen(version, of), latest };
  return (
    <CommandButton
      act={{
        command: 'declareStaffing',
        label: t('facts.staffing.act'),
        changes: ['organizationFacts', 'staffingReport', 'staffingReportRows'],
        existing,
        initial: existing.values,
        fields: [
          ...(asked ? ([{ name: 'staff', kind: 'number', required: true, label: t('facts.staffing.staff') }] as const) : []),
          { name: 'inPost', kind: 'number', required: true, label: t('facts.staffing.inPost') },
        ],
        input: (values) => ({ organizationId, inPost: values.count('inPost'), ...(asked ? { staff: values.count('staff') } : {}) }),
      }}
    />
  );
}
