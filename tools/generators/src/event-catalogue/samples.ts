import { known, type EventField, type EventMessage, type ProtoImage } from './image.ts';
import { stringKind } from '../proto-strings.ts';

/** Codes as somebody would write them; `<Message>.<field>` where one name has several code lists. */
const codes: Readonly<Record<string, string>> = {
  answer_code: 'planned',
  attribute_codes: 'backbone',
  band_code: 'SIZE_BELOW_3',
  concurrent_as_codes: 'unitHead',
  coverage_code: 'own',
  duty_code: 'acknowledge',
  enterprise_class_code: 'secondLevelOrBelow',
  field_code: 'birthDate',
  field_codes: 'phone',
  flag_code: 'votingStopped',
  from_kind: 'branch',
  issuer_level: 'district',
  kind: 'branch',
  kind_code: 'themeDay',
  kind_codes: 'branch',
  month_code: '2026-03',
  party_in_charter_code: 'adopted',
  period_code: '2026-03',
  mark_code: 'present',
  mass_organization_codes: 'union',
  from_mark_code: 'absent',
  ledger_code: 'internetFirm',
  level: 'base',
  level_codes: 'community',
  moment_code: 'acknowledgeHalfTime',
  office_code: 'organizationDepartment',
  origin_code: 'member',
  place_code: '440308001001',
  outcome_code: 'kept',
  part_code: 'organization',
  portfolio_code: 'organization',
  role: 'secretary',
  sector: 'community',
  sector_codes: 'community',
  setting_code: 'branch.minFull',
  column_codes: 'name',
  list_code: 'organizations',
  sheet_code: 'organizations',
  source_code: 'initialLoad',
  threshold_code: 'fullMembers',
  to_kind: 'generalBranch',
  to_level: 'street',
  topic_code: 'membership',
  type: 'secretary',
  view: 'place',
  warnings: 'LINE_UNUSUAL',
  reason_code: 'agreedAbove',
  'AccountDisabled.reason_code': 'left',
  'Arrival.kind': 'full',
  'BranchAssigned.cause_code': 'registration',
  'CoverageExempted.reason_code': 'fewMembers',
  'CoverageLost.cause_code': 'membersLeft',
  'DirectiveClosed.cause_code': 'allFinal',
  'DirectiveDrafted.kind': 'task',
  'DirectiveTerms.kind': 'task',
  'ElectionCalled.form_code': 'members',
  'ElectionCalled.warnings': 'EVEN_SEATS',
  quarter_code: '2026-Q2',
  topic_codes: 'newTheory',
  class_code: 'principal',
  occasion_code: 'election',
  'AuditRecorded.warnings': 'AUDIT_LATE',
  grade_code: 'sectionHead',
  result_code: 'competent',
  year_code: '2026',
  'TopicGuideIssued.warnings': 'GUIDE_LATE',
  'AttendanceCorrected.kind_codes': 'lecture',
  'AttendanceRecorded.kind_codes': 'lecture',
  'AttendanceRecorded.means_code': 'code',
  'MeetingCancelled.reason_code': 'tooFewPresent',
  'FirstItem.topic_code': 'newTheory',
  'MeetingHeld.kind_codes': 'memberMeeting',
  'MeetingNotified.warnings': 'SHORT_NOTICE',
  'MeetingPlanned.kind_codes': 'memberMeeting',
  'MeetingPlanned.warnings': 'OFF_FIXED_DAY',
  'CampaignOpened.kind_code': 'disciplineEducation',
  'ReviewDecided.outcome_code': 'dissolve',
  'ReviewDecided.reason_code': 'unitGone',
  'ReviewOrganizationListed.ground_codes': 'noMembers',
  'JointActionRecorded.kind_code': 'volunteering',
  'ParticipationCounted.kind_code': 'jointMeeting',
  'ParticipationReversed.kind_code': 'jointMeeting',
  'TalkRecorded.kind_code': 'twoWay',
  'MinutesConfirmed.kind_codes': 'memberMeeting',
  'MinutesConfirmed.warnings': 'MINUTES_LATE',
  'MotionFailed.body_code': 'members',
  'MotionFailed.type_code': 'plan',
  'MotionFailed.warnings': 'COMMITTEE_FIRST',
  'MotionPassed.body_code': 'members',
  'MotionPassed.type_code': 'admit',
  'MotionPassed.warnings': 'COMMITTEE_FIRST',
  'ReminderConfirmed.means_code': 'letter',
  'StaffingDeclared.duty_code': 'fullTimeWorkers',
  'StaffingShortfallFound.duty_code': 'fullTimeWorkers',
  'StreetTeamReviewed.outcome_code': 'strengthened',
  'SecretaryRemoved.ground_code': 'notPerforming',
  'AffairsPublished.type_code': 'plan',
  'ConsultationRecorded.type_code': 'plan',
  'ApprovalOverdue.warnings': 'APPROVAL_LATE',
  'DirectiveIssued.warnings': 'REPORT_ASKED_BEFORE',
  'GrantEnded.cause_code': 'termEnded',
  'GrantRevoked.reason_code': 'left',
  'MemberAttached.cause_code': 'assignment',
  'MemberDetached.cause_code': 'recalled',
  'LineMoveLapsed.cause_code': 'LINE_NOT_AGREED',
  'LineMoveLapsed.warnings': 'LINE_NOT_AGREED',
  'MemberRegistered.kind': 'full',
  'MembershipEnded.kind': 'left',
  'OrganizationDissolved.reason_code': 'unitClosed',
  'PostVacated.cause_code': 'termEnded',
  'ReserveCadreAppointed.warnings': 'RESERVE_RATIO',
  'ReserveCadreListed.warnings': 'RESERVE_RATIO',
  'ReserveCadreWithdrawn.reason_code': 'declined',
  'ReserveCadreWithdrawn.warnings': 'RESERVE_RATIO',
  'RequestEscalated.cause_code': 'answerOverdue',
  'RequestOverdue.duty_code': 'answer',
  'UnitFigures.flag_codes': 'nationalTop100',
  'UnitRegistered.warnings': 'UNIT_STALE',
  'UnitUpdated.warnings': 'UNIT_STALE',
  'PostFilled.warnings': 'PARTY_AGE_UNDER_1Y',
  'RequestResumed.cause_code': 'submitter',
  'RequestSubmitted.warnings': 'REQUEST_OPEN',
  'TenurePostLeft.cause_code': 'reassigned',
  'TransferAppealDecided.outcome_code': 'overruled',
  'TransferBranchConfirmed.warnings': 'DUES_ARREARS',
  'SizeBandCrossed.warnings': 'SIZE_BELOW_3',
  'TransferEnded.cause_code': 'movedOut',
  'TransferEscalated.kind': 'approve',
  'TransferRefused.cause_code': 'papersMissing',
  'TransferReminderIssued.kind': 'acceptHalf',
  'TransferRequested.kind': 'withinCity',
  'TransferReturned.cause_code': 'wrongUnit',
};

/** Strings the protos declare plain. */
const plain: Readonly<Record<string, string>> = {
  dues_paid_to: '2026-02',
  letter_number: '2026-K7QF-2M9A-XT4C',
  name: 'First branch of Haishan community',
  quiet_from: '21:00',
  quiet_until: '08:00',
  receipt_number: 'GD20260302A17',
  record_number: 'P2026000183',
  time: '08:30',
  text_hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  value_json: '3',
};

const persons = /^(officer|founding_member|member|candidate|elected|tied|secretary|deputy|head|liaison|participant|set_by|.*_by)$/;
const organizations =
  /^(exclude|added|left|informed|ancestor|.*(org|organization|branch|committee|parent|partner|issuer|submitter|superior|reviewer|successor|survivor|unit|source|authority|mediator|for|managed_by|sent_to|subtree_of|secretary_of))$/;
const prefixes: Readonly<Record<string, string>> = {
  action: 'jac',
  affair: 'aff',
  account: 'acc',
  campaign: 'cmp',
  directive: 'dir',
  election: 'elc',
  grant: 'grt',
  export: 'exp',
  group: 'grp',
  import: 'imp',
  lecture: 'lec',
  meeting: 'mtg',
  motion: 'mot',
  occasion: 'mtg',
  objection: 'obj',
  organization: 'org',
  person: 'per',
  post: 'pst',
  request: 'req',
  review: 'rev',
  talk: 'tlk',
  term: 'trm',
  transfer: 'trf',
  unit: 'unt',
};

const camel = (name: string) => name.replace(/_(.)/g, (_all, letter: string) => letter.toUpperCase());

/** `from_branch_id` -> `org_fromBranch`; the aggregate's own id reads `..._1`. */
function idOf(name: string): string {
  const role = name.replace(/_ids?$/, '');
  const own = prefixes[role];
  if (own !== undefined) return `${own}_1`;
  if (/_directive$/.test(role)) return `dir_${camel(role)}`;
  if (role !== 'managed_by' && persons.test(role)) return `per_${camel(role)}`;
  if (!organizations.test(role)) throw new TypeError(`What is ${name} the id of? Name it in event-catalogue/samples.ts`);
  return `org_${camel(role)}`;
}

/** Where the usual id of a name would make an impossible event. */
const ids: Readonly<Record<string, string>> = { 'SplitPart.organization_id': 'org_part', 'OrganizationProposed.unit_ids': 'org_unit' };

/** Deadlines lie after what happened. */
const later = /due|until|by_at|next|ends_on|review|planned|expires|^to_on$/;

function text(message: EventMessage, { name, plain: reason }: EventField): string {
  if (reason !== undefined) return certain(plain[name], message, name);
  switch (stringKind(name)) {
    case 'id':
      return ids[`${message.name}.${name}`] ?? idOf(name);
    case 'reference':
      return `txt_${camel(name.replace(/_ref$/, ''))}`;
    case 'date':
      return later.test(name) ? '2026-03-16' : '2026-03-02';
    case 'instant':
      return later.test(name) ? '2026-03-16T15:59:59.999Z' : '2026-03-02T01:00:00.000Z';
    default:
      return certain(codes[`${message.name}.${name}`] ?? codes[name], message, name);
  }
}

function certain(value: string | undefined, message: EventMessage, name: string): string {
  if (value === undefined) throw new TypeError(`${message.name}.${name} has no sample value: name one in event-catalogue/samples.ts`);
  return value;
}

/** Plausible data of an event with every field filled, as it is stored and sent. Invented: nobody has these ids. */
export function sampleOf(message: EventMessage, messages: ProtoImage['messages'], above: readonly string[] = []): object {
  const fields = message.fields.map((field) => [field.jsonName, valueOf(message, field, messages, above)] as const);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

function valueOf(message: EventMessage, field: EventField, messages: ProtoImage['messages'], above: readonly string[]): unknown {
  // A rule may hold rules of its own kind: the sample stops at the first.
  if (field.message !== undefined && [...above, message.fullName].includes(field.message)) return field.repeated ? [] : undefined;
  const value = single(message, field, messages, above);
  return field.repeated ? [value] : value;
}

function single(message: EventMessage, field: EventField, messages: ProtoImage['messages'], above: readonly string[]): unknown {
  if (field.message !== undefined) return sampleOf(known(messages, field.message), messages, [...above, message.fullName]);
  if (field.type === 'bool') return true;
  if (field.type === 'string') return text(message, field);
  if (/^u?int/.test(field.type)) return 2;
  throw new TypeError(`${message.name}.${field.name}: no sample of a ${field.type}`);
}
