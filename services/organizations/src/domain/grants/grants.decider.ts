import { assertNever, ensure, Rejected, type Decider, type EventOf } from '@zhitong/kernel';
import { roles, views, type GrantState, type RevocationReason, type Role, type View } from '@zhitong/catalogue';
import type { GrantsEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/grants_events.ts';

export type GrantsEvent = EventOf<GrantsEvents>;

interface Body {
  readonly grantId: string;
  readonly personId: string;
  readonly role: Role;
  readonly organizationId: string;
  readonly view: View;
  /** First and last day, both inside. */
  readonly fromOn: string;
  readonly untilOn?: string | undefined;
}
export interface ProposeGrant extends Body {
  readonly type: 'Propose';
  readonly byId: string;
}
export interface ConfirmGrant {
  readonly type: 'Confirm';
  readonly grantId: string;
  readonly byId: string;
}
/** A post or the introduction of the system; people propose and confirm. */
export interface GiveGrant extends Body {
  readonly type: 'Give';
  readonly bySystem: boolean;
  readonly postId?: string | undefined;
}
export interface RevokeGrant {
  readonly type: 'Revoke';
  readonly grantId: string;
  readonly byId: string;
  readonly reasonCode: RevocationReason;
}
/** The post that brought it ended; `endedOn` is the last day it is valid. */
export interface EndGrant {
  readonly type: 'End';
  readonly grantId: string;
  readonly endedOn: string;
  readonly cause: string;
}
export type GrantsCommand = ProposeGrant | ConfirmGrant | GiveGrant | RevokeGrant | EndGrant;

interface Known extends Body {
  readonly state: GrantState;
  /** The post that brought it. */
  readonly postId?: string | undefined;
  readonly proposedById?: string;
}
type Grants = Readonly<Record<string, Known>>;

/** Grants that count on a day, first and last day included; in the order they were given or proposed. */
export const liveOn = (grants: Grants, day: string): readonly Known[] =>
  Object.values(grants).filter(
    ({ state, fromOn, untilOn }) => (state === 'live' || state === 'ended') && fromOn <= day && (untilOn === undefined || day <= untilOn),
  );

/** The three administrators (三员). They exclude each other and everything else but being an ordinary member. */
const exclusive: ReadonlySet<Role> = new Set<Role>(['systemAdministrator', 'securityAdministrator', 'auditAdministrator']);
const exclude = (a: Role, b: Role): boolean => a !== b && a !== 'member' && b !== 'member' && (exclusive.has(a) || exclusive.has(b));

const overlap = (a: Body, b: Body): boolean => (a.untilOn === undefined || b.fromOn <= a.untilOn) && (b.untilOn === undefined || a.fromOn <= b.untilOn);

/** SEC-12, decided against proposals too: two of them must not be confirmed side by side. */
function ensureGrantable(grants: Grants, body: Body): void {
  const { fromOn, untilOn, role, organizationId, view } = body;
  ensure(untilOn === undefined || untilOn >= fromOn, 'PERIOD_INVALID', 'It would end before it begins.');
  const beside = Object.values(grants).filter((grant) => (grant.state === 'live' || grant.state === 'proposed') && overlap(grant, body));
  const excluding = beside.find((grant) => exclude(grant.role, role));
  ensure(excluding === undefined, 'ROLE_EXCLUSIVE', 'The roles exclude each other.', { grantId: excluding?.grantId ?? null, role: excluding?.role ?? null });
  const same = beside.find((grant) => grant.role === role && grant.organizationId === organizationId && grant.view === view);
  ensure(same === undefined, 'GRANT_EXISTS', 'The person has this grant already.', { grantId: same?.grantId ?? null });
}

function find(grants: Grants, grantId: string): Known {
  const grant = grants[grantId];
  if (grant === undefined) throw new Rejected('NOT_FOUND', 'There is no such grant.');
  return grant;
}

const dataOf = ({ grantId, personId, role, organizationId, view, fromOn, untilOn }: Body) => ({
  grantId,
  personId,
  role,
  organizationId,
  view,
  fromDate: fromOn,
  untilDate: untilOn,
});

function propose(grants: Grants, command: ProposeGrant): readonly GrantsEvent[] {
  ensure(command.byId !== command.personId, 'SELF_APPROVAL', 'Nobody grants rights to themselves.');
  if (grants[command.grantId] !== undefined) return [];
  ensureGrantable(grants, command);
  return [{ type: 'GrantProposed', data: { ...dataOf(command), proposedById: command.byId } }];
}

function confirm(grants: Grants, { grantId, byId }: ConfirmGrant): readonly GrantsEvent[] {
  const { state, personId, proposedById } = find(grants, grantId);
  if (state === 'live') return [];
  ensure(state === 'proposed', 'STATE_NOT_ALLOWED', 'There is nothing to confirm.', { state });
  ensure(byId !== personId, 'SELF_APPROVAL', 'Nobody confirms their own rights.');
  ensure(byId !== proposedById, 'SECOND_PERSON_REQUIRED', 'A second person confirms.');
  return [{ type: 'GrantConfirmed', data: { grantId, personId, confirmedById: byId } }];
}

function give(grants: Grants, command: GiveGrant): readonly GrantsEvent[] {
  ensure(command.bySystem, 'FORBIDDEN_ROLE', 'People propose and confirm grants.');
  if (grants[command.grantId] !== undefined) return [];
  ensureGrantable(grants, command);
  return [{ type: 'GrantGiven', data: { ...dataOf(command), postId: command.postId } }];
}

function revoke(grants: Grants, { grantId, byId, reasonCode }: RevokeGrant): readonly GrantsEvent[] {
  const { state, personId } = find(grants, grantId);
  if (state === 'revoked') return [];
  return [{ type: 'GrantRevoked', data: { grantId, personId, revokedById: byId, reasonCode } }];
}

function end(grants: Grants, { grantId, endedOn, cause }: EndGrant): readonly GrantsEvent[] {
  const grant = grants[grantId];
  if (grant?.state !== 'live') return [];
  return [{ type: 'GrantEnded', data: { grantId, personId: grant.personId, endedOn, causeCode: cause } }];
}

const bodyOf = ({ data }: Extract<GrantsEvent, { type: 'GrantProposed' | 'GrantGiven' }>): Body => ({
  grantId: data.grantId,
  personId: data.personId,
  role: roles.parse(data.role),
  organizationId: data.organizationId,
  view: views.parse(data.view),
  fromOn: data.fromDate,
  untilOn: data.untilDate,
});

/** An ended grant is never longer than it was given for. */
const earlier = (untilOn: string | undefined, endedOn: string): string => (untilOn !== undefined && untilOn < endedOn ? untilOn : endedOn);

const entered = (grants: Grants, grantId: string, fields: Partial<Known>): Grants => ({ ...grants, [grantId]: { ...find(grants, grantId), ...fields } });

/** All grants of one person: exclusions and the second person are decided where they meet. */
export const grantsDecider: Decider<Grants, GrantsCommand, GrantsEvent> = {
  initial: {},
  decide(grants, command) {
    switch (command.type) {
      case 'Propose':
        return propose(grants, command);
      case 'Confirm':
        return confirm(grants, command);
      case 'Give':
        return give(grants, command);
      case 'Revoke':
        return revoke(grants, command);
      case 'End':
        return end(grants, command);
      default:
        return assertNever(command);
    }
  },
  evolve(grants, event) {
    const { grantId } = event.data;
    switch (event.type) {
      case 'GrantProposed':
        return { ...grants, [grantId]: { ...bodyOf(event), state: 'proposed', proposedById: event.data.proposedById } };
      case 'GrantGiven':
        return { ...grants, [grantId]: { ...bodyOf(event), state: 'live', postId: event.data.postId } };
      case 'GrantConfirmed':
        return entered(grants, grantId, { state: 'live' });
      case 'GrantRevoked':
        return entered(grants, grantId, { state: 'revoked' });
      case 'GrantEnded':
        return entered(grants, grantId, { state: 'ended', untilOn: earlier(find(grants, grantId).untilOn, event.data.endedOn) });
      default:
        return assertNever(event);
    }
  },
};
