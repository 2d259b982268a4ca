import { exemptionReasons, rankOf, reportedLossCauses } from '@zhitong/catalogue/codes-organizations.ts';
import { useTranslation } from 'react-i18next';
import { read, type CommandName } from '../../api/client.ts';
import { useSession } from '../../shell/session.tsx';
import { CommandButton, type Act } from '../../ui/forms/CommandDialog.tsx';
import type { Seen } from '../../ui/forms/use-act.ts';
import { changes } from './changes.ts';
import { figuresIn, useFigureFields, yuanOf } from './figure-fields.ts';
import type { Unit } from './UnitPage.tsx';

const button = <N extends CommandName>(act: Omit<Act<N>, 'changes'>) => <CommandButton act={{ ...act, changes }} />;

/** What the acting organization may do next: the keeper of the ledger keeps it, the street exempts. */
export function UnitActions({ unit }: { unit: Unit }) {
  const { can, grant } = useSession();
  const { state, ledger } = unit;
  const association = ledger === 'industryAssociation' || ledger === 'otherSocialOrg';
  const open = state === 'found' || state === 'dueForOrganization';
  return (
    <>
      {can('organization.change') ? (
        <>
          {state === 'dueForOrganization' || state === 'covered' ? <Cover unit={unit} /> : null}
          <Liaison unit={unit} />
          {unit.coveringOrgId === null ? null : <Lose unit={unit} />}
          {association ? <Send unit={unit} /> : null}
          <Update unit={unit} />
        </>
      ) : null}
      {can('organization.approve') && open && rankOf[grant.level] <= rankOf.street ? <Exempt unit={unit} /> : null}
    </>
  );
}

const seen = ({ version, ledger, staff, fullMembers, revenueFen, flags, figuresOn }: Unit): Seen => ({
  version,
  values: { ledger, staff: String(staff), fullMembers: String(fullMembers), revenue: yuanOf(revenueFen), flags, figuresOn },
  facts: {},
});

function Update({ unit }: { unit: Unit }) {
  const { t } = useTranslation();
  const { unitId } = unit;
  const existing = { ...seen(unit), latest: async () => seen((await read('getUnit', { unitId })).data) };
  return button({
    command: 'updateUnit',
    label: t('ledger.act.update'),
    existing,
    initial: existing.values,
    fields: useFigureFields(),
    input: (values) => ({ unitId, ...figuresIn(values) }),
  });
}

function Cover({ unit: { unitId, ownRequired } }: { unit: Unit }) {
  const { t } = useTranslation();
  return button({
    command: 'coverUnit',
    label: t('ledger.act.cover'),
    ...(ownRequired ? { consequences: t('ledger.dueHint') } : {}),
    fields: [{ name: 'coveringOrgId', kind: 'organization', city: true, label: t('ledger.coveringOrg'), required: true }],
    input: (values) => ({ unitId, coveringOrgId: values.text('coveringOrgId') }),
  });
}

function Liaison({ unit: { unitId } }: { unit: Unit }) {
  const { t } = useTranslation();
  return button({
    command: 'setWorkCoverage',
    label: t('ledger.act.liaison'),
    fields: [{ name: 'liaisonId', kind: 'person', label: t('ledger.liaison'), required: true, hint: t('ledger.liaisonHint') }],
    input: (values) => ({ unitId, liaisonId: values.text('liaisonId') }),
  });
}

function Lose({ unit: { unitId } }: { unit: Unit }) {
  const { t } = useTranslation();
  return button({
    command: 'reportCoverageLost',
    label: t('ledger.act.lose'),
    danger: true,
    fields: [
      {
        name: 'cause',
        kind: 'choice',
        options: reportedLossCauses.values.map((value) => ({ value, label: t(`ledger.causes.${value}`) })),
        label: t('ledger.cause'),
        required: true,
      },
    ],
    input: (values) => ({ unitId, cause: values.code(reportedLossCauses, 'cause') }),
  });
}

function Exempt({ unit: { unitId } }: { unit: Unit }) {
  const { t } = useTranslation();
  return button({
    command: 'exemptUnit',
    label: t('ledger.act.exempt'),
    consequences: t('ledger.exemptHint'),
    fields: [
      {
        name: 'reasonCode',
        kind: 'choice',
        options: exemptionReasons.values.map((value) => ({ value, label: t(`ledger.reasons.${value}`) })),
        label: t('ledger.exemptReason'),
        required: true,
      },
    ],
    input: (values) => ({ unitId, reasonCode: values.code(exemptionReasons, 'reasonCode') }),
  });
}

function Send({ unit: { unitId } }: { unit: Unit }) {
  const { t } = useTranslation();
  return button({
    command: 'sendFirstSecretary',
    label: t('ledger.act.send'),
    fields: [{ name: 'personId', kind: 'person', label: t('ledger.firstSecretary'), required: true }],
    input: (values) => ({ unitId, personId: values.text('personId') }),
  });
}
