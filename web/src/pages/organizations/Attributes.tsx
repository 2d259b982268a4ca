import { charterStates, enterpriseClasses, massOrganizations, teamReviewOutcomes } from '@zhitong/catalogue/codes-organizations.ts';
import { useTranslation } from 'react-i18next';
import { read, type Output } from '../../api/client.ts';
import { useRead } from '../../api/reading.ts';
import { useSession } from '../../shell/session.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import type { FieldSpec } from '../../ui/forms/Field.tsx';
import type { Seen } from '../../ui/forms/use-act.ts';
import { number, plainDate, today } from '../../ui/formats.ts';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { Participation } from './Participation.tsx';
import { StaffingPanel } from './StaffingPanel.tsx';
import { comma } from '../../i18n/comma.ts';

type OnRecord = Output<'organizationFacts'>;
type Known = NonNullable<OnRecord['attributes']>;
interface Props {
  readonly organizationId: string;
  readonly isStreet: boolean;
  readonly isCommunity: boolean;
}

export const changes = ['organizationFacts', 'factReport', 'factReportRows'] as const;

/** What is on record about an organization: its attributes, the review of its team, how many of its seats are described. */
export function Attributes({ organizationId, isStreet, isCommunity }: Props) {
  const { t } = useTranslation();
  const { can } = useSession();
  const query = useRead('organizationFacts', { organizationId });
  return (
    <Loading of={query} lines={6}>
      {(onRecord) => (
        <div className="stack">
          <Panel
            title={t('orgProfile.tabs.attributes')}
            extra={can('organization.change') ? <SetAttributes organizationId={organizationId} of={onRecord} /> : null}
          >
            {onRecord.attributes === null ? <p className="empty">{t('facts.none')}</p> : <Shown of={onRecord.attributes} applicable={onRecord.applicable} />}
          </Panel>
          {onRecord.staffing === null ? null : <StaffingPanel organizationId={organizationId} of={onRecord.staffing} version={onRecord.version} />}
          {isStreet ? <TeamReview organizationId={organizationId} of={onRecord.review} /> : null}
          {isCommunity ? (
            <Panel title={t('facts.seats')}>
              <Facts
                of={[
                  [t('facts.seatsTotal'), number(onRecord.seats)],
                  [t('facts.seatsDescribed'), number(onRecord.seatsDescribed)],
                ]}
              />
              <p className="quiet">{t('facts.seatsHint')}</p>
            </Panel>
          ) : null}
          <Participation organizationId={organizationId} />
        </div>
      )}
    </Loading>
  );
}

function Shown({ of, applicable }: { of: Known; applicable: readonly string[] }) {
  const { t } = useTranslation();
  const yesNo = (value: boolean | null) => (value === null ? null : t(value ? 'ui.yes' : 'ui.no'));
  const all: readonly (readonly [keyof Known, string, React.ReactNode])[] = [
    ['enterpriseClass', t('facts.enterpriseClass'), of.enterpriseClass === null ? null : t(`facts.classes.${of.enterpriseClass}`)],
    ['partyInCharter', t('facts.charter'), of.partyInCharter === null ? null : t(`facts.charters.${of.partyInCharter}`)],
    ['charterAdoptedOn', t('facts.charterAdoptedOn'), plainDate(of.charterAdoptedOn)],
    ['proceduralRulesOn', t('facts.proceduralRulesOn'), plainDate(of.proceduralRulesOn)],
    ['headDoublesAsSecretary', t('facts.headDoublesAsSecretary'), yesNo(of.headDoublesAsSecretary)],
    ['hasDisciplineCommittee', t('facts.hasDisciplineCommittee'), yesNo(of.hasDisciplineCommittee)],
    ['massOrganizations', t('facts.massOrganizations'), of.massOrganizations.map((one) => t(`facts.mass.${one}`)).join(comma())],
    ['seatPilot', t('facts.seatPilot'), yesNo(of.seatPilot)],
    ['partTimePilot', t('facts.partTimePilot'), yesNo(of.partTimePilot)],
  ];
  const shown = all.filter(([name]) => applicable.includes(name)).map(([, label, value]) => [label, value] as const);
  return <Facts of={[...shown, [t('facts.fromOn'), plainDate(of.fromOn)]]} />;
}

function useAttributeFields(applicable: readonly string[]): readonly FieldSpec[] {
  const { t } = useTranslation();
  const fields: readonly FieldSpec[] = [
    {
      name: 'enterpriseClass',
      kind: 'choice',
      label: t('facts.enterpriseClass'),
      options: enterpriseClasses.values.map((value) => ({ value, label: t(`facts.classes.${value}`) })),
    },
    {
      name: 'partyInCharter',
      kind: 'choice',
      label: t('facts.charter'),
      options: charterStates.values.map((value) => ({ value, label: t(`facts.charters.${value}`) })),
    },
    { name: 'charterAdoptedOn', kind: 'date', label: t('facts.charterAdoptedOn') },
    { name: 'proceduralRulesOn', kind: 'date', label: t('facts.proceduralRulesOn') },
    { name: 'headDoublesAsSecretary', kind: 'switch', label: t('facts.headDoublesAsSecretary') },
    { name: 'hasDisciplineCommittee', kind: 'switch', label: t('facts.hasDisciplineCommittee') },
    {
      name: 'massOrganizations',
      kind: 'choice',
      many: true,
      label: t('facts.massOrganizations'),
      options: massOrganizations.values.map((value) => ({ value, label: t(`facts.mass.${value}`) })),
    },
    { name: 'seatPilot', kind: 'switch', label: t('facts.seatPilot') },
    { name: 'partTimePilot', kind: 'switch', label: t('facts.partTimePilot') },
  ];
  return fields.filter(({ name }) => applicable.includes(name));
}

const seen = ({ version, applicable, attributes }: OnRecord): Seen => {
  const known: Readonly<Record<string, unknown>> = attributes ?? {};
  return { version, values: Object.fromEntries(applicable.map((name) => [name, known[name] ?? undefined])), facts: {} };
};

function SetAttributes({ organizationId, of }: { organizationId: string; of: OnRecord }) {
  const { t } = useTranslation();
  const { applicable } = of;
  const fields = useAttributeFields(applicable);
  const existing = { ...seen(of), latest: async () => seen((await read('organizationFacts', { organizationId })).data) };
  return (
    <CommandButton
      act={{
        command: 'setOrganizationAttributes',
        label: t('facts.act.set'),
        changes,
        existing,
        initial: existing.values,
        fields,
        input: (values) => ({
          organizationId,
          enterpriseClass: values.optionalCode(enterpriseClasses, 'enterpriseClass'),
          partyInCharter: values.optionalCode(charterStates, 'partyInCharter'),
          charterAdoptedOn: values.optional('charterAdoptedOn'),
          proceduralRulesOn: values.optional('proceduralRulesOn'),
          massOrganizations: values.codes(massOrganizations, 'massOrganizations'),
          seatPilot: values.flag('seatPilot'),
          ...(applicable.includes('partTimePilot') ? { partTimePilot: values.flag('partTimePilot') } : {}),
          ...(applicable.includes('hasDisciplineCommittee')
            ? { headDoublesAsSecretary: values.flag('headDoublesAsSecretary'), hasDisciplineCommittee: values.flag('hasDisciplineCommittee') }
            : {}),
        }),
      }}
    />
  );
}

/** ORG-15: from above only. */
function TeamReview({ organizationId, of }: { organizationId: string; of: OnRecord['review'] }) {
  const { t } = useTranslation();
  const { can, grant } = useSession();
  const act =
    can('organization.approve') && grant.organizationId !== organizationId ? (
      <CommandButton
        act={{
          command: 'reviewStreetTeam',
          label: t('facts.act.review'),
          changes,
          initial: { reviewedOn: today() },
          fields: [
            {
              name: 'outcome',
              kind: 'choice',
              required: true,
              label: t('facts.outcome'),
              options: teamReviewOutcomes.values.map((value) => ({ value, label: t(`facts.outcomes.${value}`) })),
            },
            { name: 'reviewedOn', kind: 'date', required: true, label: t('facts.reviewedOn') },
          ],
          input: (values) => ({ organizationId, outcome: values.code(teamReviewOutcomes, 'outcome'), reviewedOn: values.text('reviewedOn') }),
        }}
      />
    ) : null;
  return (
    <Panel title={t('facts.review')} extra={act}>
      {of === null ? (
        <p className="empty">{t('facts.none')}</p>
      ) : (
        <Facts
          of={[
            [t('facts.outcome'), t(`facts.outcomes.${of.outcome}`)],
            [t('facts.reviewedOn'), plainDate(of.reviewedOn)],
          ]}
        />
      )}
    </Panel>
  );
}
