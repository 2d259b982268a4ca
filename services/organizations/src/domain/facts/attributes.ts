import { isCommitteeKind, isWorking, type CharterState, type EnterpriseClass, type Level, type MassOrganization } from '@zhitong/catalogue';
import type { OrganizationKind, OrganizationState, Sector } from '@zhitong/catalogue';
import { ensure, ensureNotAhead } from '@zhitong/kernel';

/** The organization that something is put on record about. */
export interface Subject {
  readonly kind: OrganizationKind;
  readonly level: Level;
  readonly sector: Sector;
  readonly state: OrganizationState;
  readonly leadsPlace: boolean;
}

export interface Attributes {
  readonly enterpriseClass?: EnterpriseClass | undefined;
  readonly partyInCharter?: CharterState | undefined;
  readonly charterAdoptedOn?: string | undefined;
  readonly proceduralRulesOn?: string | undefined;
  readonly headDoublesAsSecretary?: boolean | undefined;
  readonly hasDisciplineCommittee?: boolean | undefined;
  readonly massOrganizations: readonly MassOrganization[];
  readonly seatPilot: boolean;
  readonly partTimePilot?: boolean | undefined;
}
type Attribute = keyof Attributes;

export const leads = ({ level, leadsPlace }: Pick<Subject, 'level' | 'leadsPlace'>, asked: Level): boolean => level === asked && leadsPlace;

const charter: readonly Attribute[] = ['enterpriseClass', 'partyInCharter', 'charterAdoptedOn'];

/** ORG-14, and the pilot flags of ORG-27 and ORG-30: what is asked of an organization of this kind, level and sector. */
export function applicableTo(subject: Subject): readonly Attribute[] {
  const { kind, sector } = subject;
  const committee = isCommitteeKind(kind);
  return [
    ...(sector === 'soe' ? charter : []),
    ...(committee && (sector === 'soe' || sector === 'university') ? (['proceduralRulesOn'] as const) : []),
    ...(committee && sector === 'agency' ? (['headDoublesAsSecretary', 'hasDisciplineCommittee'] as const) : []),
    'massOrganizations',
    ...(leads(subject, 'community') ? (['seatPilot'] as const) : []),
    ...(leads(subject, 'street') ? (['partTimePilot'] as const) : []),
  ];
}

const given = ({ massOrganizations, seatPilot, ...fields }: Attributes): readonly string[] => [
  ...Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [name])),
  ...(massOrganizations.length > 0 ? ['massOrganizations'] : []),
  ...(seatPilot ? ['seatPilot'] : []),
];

/** @throws {Rejected} `STATE_NOT_ALLOWED` */
export const ensureWorking = ({ state }: Subject): void => ensure(isWorking(state), 'STATE_NOT_ALLOWED', 'The organization is not active.', { state });

/** @throws {Rejected} `ATTRIBUTE_NOT_ALLOWED`, `CHARTER_DATE_MISMATCH`, `FUTURE_DATED` */
export function ensureApply(attributes: Attributes, subject: Subject, at: string): void {
  const { enterpriseClass, partyInCharter, charterAdoptedOn, proceduralRulesOn } = attributes;
  const applicable: ReadonlySet<string> = new Set(applicableTo(subject));
  const stranger = given(attributes).find((name) => !applicable.has(name));
  ensure(stranger === undefined, 'ATTRIBUTE_NOT_ALLOWED', 'This attribute is not kept for an organization of this kind.', { attribute: stranger ?? null });
  ensure(partyInCharter === undefined || enterpriseClass !== undefined, 'ATTRIBUTE_NOT_ALLOWED', 'The charter is asked of enterprises of a class.', {
    attribute: 'partyInCharter',
  });
  ensure(
    (partyInCharter === 'adopted') === (charterAdoptedOn !== undefined),
    'CHARTER_DATE_MISMATCH',
    'A charter that is adopted has its date, another none.',
    {
      field: 'charterAdoptedOn',
    },
  );
  for (const date of [charterAdoptedOn, proceduralRulesOn]) if (date !== undefined) ensureNotAhead(date, at);
}
