import { z } from 'zod';
import { accountStates, disableReasons, grantStates, revocationReasons } from '../codes-organizations.ts';
import { levels, views } from '../codes.ts';
import { says } from '../field-sentences.ts';
import { fields } from '../fields.ts';
import { defineCommand, defineQuery, pageOf, paging } from '../operation.ts';
import { roles } from '../rights.ts';

const context = 'organizations';
const role = z.enum(roles.values);
const view = z.enum(views.values);
const accountId = z.string().regex(/^acc_[0-9a-f]{64}$/, says('id'));
const issuer = z.url().max(300);
const subject = z.string().min(1).max(255);

const grantBody = {
  personId: fields.personId,
  role,
  organizationId: fields.organizationId,
  view: view.default('line'),
  fromOn: fields.date,
  untilOn: fields.date.optional(),
};

export const giveGrant = defineCommand({
  name: 'giveGrant',
  context,
  path: '/grants/give',
  summary: 'Gives the first grants; introduction of the system only.',
  right: 'none',
  reach: 'anyone',
  input: z.strictObject(grantBody),
});

export const proposeGrant = defineCommand({
  name: 'proposeGrant',
  context,
  path: '/grants',
  summary: 'Proposes what a person may do; valid once a second person confirms (SEC-12, SEC-13).',
  right: 'grant.change',
  reach: 'within',
  sealed: true,
  freshLogIn: true,
  input: z.strictObject(grantBody),
});

export const confirmGrant = defineCommand({
  name: 'confirmGrant',
  context,
  path: '/grants/{grantId}/confirm',
  summary: 'A second security administrator confirms a proposed grant.',
  right: 'grant.change',
  reach: 'within',
  sealed: true,
  freshLogIn: true,
  input: z.strictObject({ grantId: fields.grantId, personId: fields.personId }),
});

export const revokeGrant = defineCommand({
  name: 'revokeGrant',
  context,
  path: '/grants/{grantId}/revoke',
  summary: 'Takes a grant back at once, or withdraws a proposed one.',
  right: 'grant.change',
  reach: 'within',
  sealed: true,
  input: z.strictObject({ grantId: fields.grantId, personId: fields.personId, reasonCode: z.enum(revocationReasons.values) }),
});

export const grantRow = z
  .object({
    grantId: z.string(),
    personId: z.string(),
    role,
    organizationId: z.string(),
    view,
    fromOn: z.string(),
    untilOn: z.string().nullable(),
    state: z.enum(grantStates.values),
    /** The post that brought it. */
    postId: z.string().nullable(),
    proposedById: z.string().nullable(),
    confirmedById: z.string().nullable(),
  })
  .meta({ id: 'GrantRow' });
export type GrantRow = z.infer<typeof grantRow>;

export const listGrants = defineQuery({
  name: 'listGrants',
  context,
  path: '/grants',
  summary: 'Grants by person, organization, role or state.',
  right: 'grant.read',
  reach: 'within',
  input: z.strictObject({
    ...paging,
    personId: fields.personId.optional(),
    organizationId: fields.organizationId.optional(),
    role: role.optional(),
    state: z.enum(grantStates.values).optional(),
  }),
  output: pageOf(grantRow),
});

export const previewGrant = defineQuery({
  name: 'previewGrant',
  context,
  path: '/grants/preview',
  summary: 'How many organizations a grant would make visible, and what it would permit.',
  right: 'grant.change',
  reach: 'within',
  input: z.strictObject({ role, organizationId: fields.organizationId, view: view.default('line') }),
  output: z.object({ organizations: z.int(), rights: z.array(z.string()) }),
});

export const openAccount = defineCommand({
  name: 'openAccount',
  context,
  path: '/accounts',
  summary: 'Lets a log-in of an issuer stand for a person.',
  right: 'account.change',
  reach: 'anyone',
  freshLogIn: true,
  input: z.strictObject({ issuer, subject, personId: fields.personId }),
});

export const disableAccount = defineCommand({
  name: 'disableAccount',
  context,
  path: '/accounts/{accountId}/disable',
  summary: 'Refuses a log-in from now on.',
  right: 'account.change',
  reach: 'anyone',
  input: z.strictObject({ accountId, reasonCode: z.enum(disableReasons.values) }),
});

export const accountRow = z
  .object({ accountId: z.string(), personId: z.string(), state: z.enum(accountStates.values), changedAt: z.string() })
  .meta({ id: 'AccountRow' });
export type AccountRow = z.infer<typeof accountRow>;

export const listAccounts = defineQuery({
  name: 'listAccounts',
  context,
  path: '/accounts',
  summary: 'Accounts by person or state.',
  right: 'account.change',
  reach: 'anyone',
  input: z.strictObject({ ...paging, personId: fields.personId.optional(), state: z.enum(accountStates.values).optional() }),
  output: pageOf(accountRow),
});

export const resolveAccount = defineQuery({
  name: 'resolveAccount',
  context,
  path: '/internal/accounts/resolve',
  summary: 'Which person a log-in is; for the gateway. Without an open account FORBIDDEN_ROLE.',
  right: 'none',
  reach: 'anyone',
  input: z.strictObject({ issuer, subject }),
  output: z.object({ personId: z.string(), accountId: z.string() }),
});

export const recordLogIn = defineCommand({
  name: 'recordLogIn',
  context,
  path: '/internal/log-ins',
  summary: 'Puts a log-in on record, for the gateway, before the session begins (SEC-25).',
  right: 'none',
  reach: 'anyone',
  input: z.strictObject({
    personId: fields.personId,
    /** Under whose post the session begins. */
    organizationId: fields.organizationId.optional(),
    /** How the issuer says that the person proved who they are. */
    acr: z.string().max(200).optional(),
  }),
});

export const subjectGrant = z
  .object({
    grantId: z.string(),
    role,
    organizationId: z.string(),
    organizationName: z.string(),
    level: z.enum(levels.values),
    view,
    fromOn: z.string(),
    untilOn: z.string().nullable(),
  })
  .meta({ id: 'SubjectGrant' });

export const mySubject = defineQuery({
  name: 'mySubject',
  context,
  path: '/me/grants',
  summary: 'The live grants of the caller, for choosing the one to act under. The gateway, as system, names the person.',
  right: 'none',
  reach: 'anyone',
  input: z.strictObject({ personId: fields.personId.optional() }),
  output: z.object({ personId: z.string(), grants: z.array(subjectGrant), grantVersion: z.int(), treeVersion: z.int() }),
});

const named = { organizationId: z.string(), name: z.string(), level: z.enum(levels.values) };

export const organizationNames = defineQuery({
  name: 'organizationNames',
  context,
  path: '/organization-names',
  summary: 'Names of organizations for one page; names are public to everyone who is logged in. Unknown ones are left out.',
  right: 'none',
  reach: 'anyone',
  input: z.strictObject({ organizationIds: z.array(fields.organizationId).min(1).max(200) }),
  output: z.object({ names: z.array(z.object(named)) }).meta({ id: 'OrganizationNames' }),
});

export const organizationDirectory = defineQuery({
  name: 'organizationDirectory',
  context,
  path: '/organization-directory',
  summary: 'Live organizations of the whole city by part of the name, pinyin or initials; at most 20, best match first.',
  right: 'none',
  reach: 'anyone',
  input: z.strictObject({ text: z.string().trim().min(1).max(80) }),
  output: z
    .object({
      items: z.array(
        z.object({
          ...named,
          /** From the city down to the organization above it, along the line. */
          pathNames: z.array(z.string()),
        }),
      ),
    })
    .meta({ id: 'OrganizationDirectory' }),
});
