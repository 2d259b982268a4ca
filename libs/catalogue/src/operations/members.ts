import { z } from 'zod';
import { authorisedFlags, filedEndKinds, memberKinds, membershipStates, revealableFields, revealReasons } from '../codes-members.ts';
import { views } from '../codes.ts';
import { says } from '../field-sentences.ts';
import { atMoment, fields } from '../fields.ts';
import { defineCommand, defineQuery, pageOf, paging } from '../operation.ts';

const { personId, organizationId, date } = fields;
const phone = z.string().regex(/^1\d{10}$/, says('mobileNumber'));
const citizenNumber = z.string().regex(/^\d{17}[\dX]$/, says('citizenNumber'));
const personalName = z.string().trim().min(2).max(40);

/** Who the person is; goes to the vault, never into an event. */
export const identity = {
  name: personalName,
  citizenNumber,
  birthDate: date,
  phone: phone.optional(),
  address: fields.text(200).optional(),
} as const;

export const registerMember = defineCommand({
  name: 'registerMember',
  context: 'members',
  path: '/members',
  right: 'member.register',
  reach: 'above',
  summary: 'Registers a member with a first home branch (MEM-01).',
  input: z.strictObject({
    ...identity,
    source: z.enum(['initialLoad', 'admission']),
    branchId: organizationId,
    kind: z.enum(memberKinds.values),
    joinedOn: date,
    fullFrom: date.optional(),
  }),
});

const masked = { phoneMasked: z.string().optional(), citizenNumberMasked: z.string().optional() } as const;

export const memberRowSchema = z
  .object({
    personId: z.string(),
    branchId: z.string(),
    kind: z.enum(memberKinds.values),
    state: z.enum(membershipStates.values),
    joinedOn: z.string(),
    fullFrom: z.string().optional(),
    /** True where an authorised body holds a flag; no more is told (MEM-05). */
    flagged: z.boolean(),
    transferOpen: z.boolean(),
    erased: z.boolean(),
    ...masked,
  })
  .meta({ id: 'MemberRow' });

export const listMembers = defineQuery({
  name: 'listMembers',
  context: 'members',
  path: '/members',
  right: 'member.read',
  reach: 'within',
  summary: 'Members of a branch or of everything below an organization, without scores.',
  input: z.strictObject({
    ...paging,
    /** Members of this branch; without it those of every branch below the caller. */
    branchId: organizationId.optional(),
    /** With `view`: members of this organization and of everything below it. */
    scope: organizationId.optional(),
    view: z.enum(views.values).default('line'),
    state: z.enum(membershipStates.values).optional(),
    kind: z.enum(memberKinds.values).optional(),
    joinedFrom: date.optional(),
    joinedUntil: date.optional(),
    /** Full name, two following characters of it, or initials. */
    name: z.string().trim().min(2).max(40).optional(),
  }),
  output: pageOf(memberRowSchema),
});

export const heldFlagSchema = z.object({ flag: z.enum(authorisedFlags.values), authorityId: z.string(), setOn: z.string() });

export const getMember = defineQuery({
  name: 'getMember',
  context: 'members',
  path: '/members/{personId}',
  right: 'member.read',
  reach: 'within',
  summary: 'Profile of a member: membership, masked contact data, flags, the last three who looked.',
  input: z.strictObject({ personId }),
  output: memberRowSchema
    .extend({
      name: z.string(),
      ageBand: z.string().optional(),
      addressMasked: z.string().optional(),
      /** Whole years from `fullFrom`. */
      partyAge: z.int().optional(),
      /** On the entitled list today: full, not suspended, vote not stopped (MEM-03). */
      entitled: z.boolean(),
      /** Temporary branches the member takes part in as well (ORG-11). */
      temporaryBranches: z.array(z.object({ branchId: z.string(), attachedOn: z.string() })),
      flags: z.array(heldFlagSchema),
      lastLooks: z.array(z.object({ byPersonId: z.string(), at: z.string(), fields: z.array(z.string()) })),
    })
    .meta({ id: 'MemberProfile' }),
});

export const memberHistoryEntrySchema = z
  .object({
    version: z.int(),
    on: z.string(),
    at: z.string(),
    type: z.string(),
    branchId: z.string().optional(),
    code: z.string().optional(),
    transferId: z.string().optional(),
  })
  .meta({ id: 'MemberHistoryEntry' });

export const memberHistory = defineQuery({
  name: 'memberHistory',
  context: 'members',
  path: '/members/{personId}/history',
  right: 'member.read',
  reach: 'within',
  summary: 'What happened to a membership, newest first.',
  input: z.strictObject({ personId, ...paging }),
  output: pageOf(memberHistoryEntrySchema),
});

/** `asOf`: end of that day, today without it; `knownAt`: only what was on record by then (0.3). */
const asked = { organizationId, ...atMoment } as const;

export const entitledMembers = defineQuery({
  name: 'entitledMembers',
  context: 'members',
  path: '/branches/{organizationId}/entitled-members',
  right: 'member.read',
  reach: 'within',
  summary: 'Members of a branch who are entitled to vote, now or on a day (MEM-03).',
  input: z.strictObject({ ...asked, ...paging }),
  output: pageOf(z.object({ personId: z.string() }).meta({ id: 'EntitledMember' })),
});

export const attachedMembers = defineQuery({
  name: 'attachedMembers',
  context: 'members',
  path: '/branches/{organizationId}/attached-members',
  right: 'member.read',
  reach: 'within',
  summary: 'Members who take part in a temporary branch and are at home elsewhere (ORG-11).',
  input: z.strictObject({ organizationId, ...paging }),
  output: pageOf(
    z
      .object({
        personId: z.string(),
        /** Where the member is at home. */
        homeBranchId: z.string(),
        state: z.enum(membershipStates.values),
        attachedOn: z.string(),
      })
      .meta({ id: 'AttachedMember' }),
  ),
});

export const memberCounts = defineQuery({
  name: 'memberCounts',
  context: 'members',
  path: '/organizations/{organizationId}/member-counts',
  right: 'member.read',
  reach: 'within',
  summary: 'Members of all branches of an organization and below: full, provisional, suspended.',
  input: z.strictObject({ organizationId }),
  output: z.object({ full: z.int(), provisional: z.int(), suspended: z.int(), total: z.int(), lagSeconds: z.number() }).meta({ id: 'MemberCounts' }),
});

export const memberReport = defineQuery({
  name: 'memberReport',
  context: 'members',
  path: '/organizations/{organizationId}/member-report',
  right: 'member.read',
  reach: 'within',
  summary: 'Members on a day, and those at home in a branch, of an organization and below (R-03).',
  input: z.strictObject(asked),
  output: z.object({ asOf: z.string(), members: z.int(), withHome: z.int(), lagSeconds: z.number() }).meta({ id: 'MemberReport' }),
});

export const memberReportRows = defineQuery({
  name: 'memberReportRows',
  context: 'members',
  path: '/organizations/{organizationId}/member-report/members',
  right: 'member.read',
  reach: 'within',
  summary: 'The list behind the members at home on a day: exactly as many rows (R-03).',
  input: z.strictObject({ ...asked, ...paging }),
  output: pageOf(z.object({ personId: z.string(), branchId: z.string(), since: z.string() }).meta({ id: 'MemberReportRow' })),
});

export const unmovedMembers = defineQuery({
  name: 'unmovedMembers',
  context: 'members',
  path: '/organizations/{organizationId}/unmoved-members',
  right: 'member.read',
  reach: 'within',
  summary: 'Members of merged and split branches who have not been moved 24 hours after that took effect (X-09).',
  input: z.strictObject({ organizationId, ...paging }),
  output: pageOf(z.object({ personId: z.string(), branchId: z.string(), survivorId: z.string(), effectiveOn: z.string() }).meta({ id: 'UnmovedMember' })),
});

export const revealField = defineQuery({
  name: 'revealField',
  context: 'members',
  path: '/members/{personId}/reveal',
  right: 'member.reveal',
  reach: 'within',
  sealed: true,
  summary: 'One field in clear for 60 seconds, with a reason the person can read.',
  input: z.strictObject({ personId, field: z.enum(revealableFields.values), reason: z.enum(revealReasons.values) }),
  output: z.object({ value: z.string(), clearForSeconds: z.int(), remainingThisHour: z.int() }).meta({ id: 'RevealedField' }),
});

export const proposeErasure = defineCommand({
  name: 'proposeErasure',
  context: 'members',
  path: '/members/{personId}/propose-erasure',
  right: 'member.erase',
  reach: 'within',
  sealed: true,
  freshLogIn: true,
  summary: 'First of two persons: asks for the erasure of a person (MEM-07).',
  input: z.strictObject({ personId }),
});

export const erasePerson = defineCommand({
  name: 'erasePerson',
  context: 'members',
  path: '/members/{personId}/erase',
  right: 'member.erase',
  reach: 'within',
  sealed: true,
  freshLogIn: true,
  summary: 'Second person: destroys the key of a person everywhere (MEM-07).',
  input: z.strictObject({ personId }),
});

export const setAuthorisedFlag = defineCommand({
  name: 'setAuthorisedFlag',
  context: 'members',
  path: '/members/{personId}/set-authorised-flag',
  right: 'member.flag',
  reach: 'within',
  summary: 'An authorised body stops a vote, notes a matter or holds transfers (MEM-05).',
  input: z.strictObject({ personId, flag: z.enum(authorisedFlags.values), setOn: date }),
});

export const clearAuthorisedFlag = defineCommand({
  name: 'clearAuthorisedFlag',
  context: 'members',
  path: '/members/{personId}/clear-authorised-flag',
  right: 'member.flag',
  reach: 'within',
  summary: 'The authority that set a flag clears it (MEM-05).',
  input: z.strictObject({ personId, flag: z.enum(authorisedFlags.values), clearedOn: date }),
});

/** `reason`: needed by the organization above when it files what lies further back than `time.backdateDays` (0.3). */
const decision = { personId, decidedOn: date, reason: fields.reason.optional() } as const;

export const suspendMembership = defineCommand({
  name: 'suspendMembership',
  context: 'members',
  path: '/members/{personId}/suspend',
  right: 'member.register',
  reach: 'above',
  summary: 'Files the decision that suspends a membership; an open transfer ends (X-11).',
  input: z.strictObject(decision),
});

export const restoreMembership = defineCommand({
  name: 'restoreMembership',
  context: 'members',
  path: '/members/{personId}/restore',
  right: 'member.register',
  reach: 'above',
  summary: 'Files the decision that restores a suspended membership (X-11).',
  input: z.strictObject(decision),
});

export const endMembership = defineCommand({
  name: 'endMembership',
  context: 'members',
  path: '/members/{personId}/end',
  right: 'member.register',
  reach: 'above',
  summary: 'Files how and on which day a membership ended; an open transfer ends with it (MEM-09, X-11).',
  input: z.strictObject({ ...decision, kind: z.enum(filedEndKinds) }),
});

export const issueCertificate = defineCommand({
  name: 'issueCertificate',
  context: 'members',
  path: '/members/{personId}/issue-certificate',
  right: 'transfer.branch',
  reach: 'within',
  summary: 'Certificate for an absence of more than 3 and less than 6 months (MEM-17).',
  input: z.strictObject({ personId, absentFrom: date, absentUntil: date }),
});

export const attachMember = defineCommand({
  name: 'attachMember',
  context: 'members',
  path: '/members/{personId}/attach',
  right: 'transfer.branch',
  reach: 'within',
  summary: 'The home branch, or who stands above it, lets a member take part in a temporary branch; the home branch stays (ORG-11).',
  input: z.strictObject({ personId, branchId: organizationId }),
});

export const detachMember = defineCommand({
  name: 'detachMember',
  context: 'members',
  path: '/members/{personId}/detach',
  right: 'transfer.branch',
  reach: 'within',
  summary: 'The home branch or the temporary branch ends the part a member takes in the temporary branch (ORG-11).',
  input: z.strictObject({ personId, branchId: organizationId }),
});

export const memberNames = defineQuery({
  name: 'memberNames',
  context: 'members',
  path: '/member-names',
  right: 'own.read',
  reach: 'anyone',
  summary: 'Names for one page: in full for who reads members, inside the scope; masked for everybody else.',
  input: z.strictObject({ personIds: z.array(personId).min(1).max(200) }),
  output: z.object({ names: z.array(z.object({ personId: z.string(), name: z.string(), masked: z.boolean() })) }).meta({ id: 'MemberNames' }),
});

export const resolvePersonBySearch = defineQuery({
  name: 'resolvePersonBySearch',
  context: 'members',
  path: '/member-search',
  right: 'member.read',
  reach: 'within',
  summary: 'Members inside the scope by name, initials or exact citizen number; the latter counts as a look.',
  input: z.strictObject({ text: z.string().trim().min(2).max(40), limit: z.coerce.number().int().min(1).max(200).default(20) }),
  output: z
    .object({ items: z.array(z.object({ personId: z.string(), branchId: z.string(), name: z.string() })), more: z.boolean() })
    .meta({ id: 'PersonSearch' }),
});
