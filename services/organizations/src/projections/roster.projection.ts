import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, fromSome, put, type Change, type Changes, type Contribution, type Recorded } from '@zhitong/eventing';
import type { EventOf } from '@zhitong/kernel';
import type { FlagEvents } from '@zhitong/contracts/events/zhitong/members/v1/flag_events.ts';
import type { MembershipEvent } from './membership.projection.ts';

type FlagEvent = EventOf<FlagEvents>;

interface Mark {
  readonly begins: boolean;
  readonly on: string;
}
interface Attachment extends Mark {
  readonly branchId: string;
}
/** Where somebody was at home and how they stood, by date. */
export interface RosterPerson {
  readonly personId: string;
  /** Null: at home nowhere from that day on. */
  readonly homes: readonly { readonly branchId: string | null; readonly on: string }[];
  /** First day of full membership; null for provisional members. */
  readonly fullFromOn: string | null;
  readonly suspensions: readonly Mark[];
  readonly stops: readonly Mark[];
  /** To temporary branches, and from them (ORG-11). */
  readonly attachments: readonly Attachment[];
}
/** Somebody is, or was, at home in a branch or attached to it. */
interface RosterPlace {
  readonly organizationId: string;
  readonly personId: string;
}
export type RosterRow = RosterPerson | RosterPlace;

const placeKey = (organizationId: string, personId: string): string => `${organizationId}.${personId}`;

/** Of two facts of one day the one told last holds. */
const lastBy = <Fact extends { readonly on: string }>(facts: readonly Fact[], date: string): Fact | undefined =>
  facts.filter(({ on }) => on <= date).reduce<Fact | undefined>((last, fact) => (last !== undefined && last.on > fact.on ? last : fact), undefined);
const holds = (marks: readonly Mark[], date: string): boolean => lastBy(marks, date)?.begins === true;

export const homeOn = ({ homes }: RosterPerson, date: string): string | null => lastBy(homes, date)?.branchId ?? null;
/** Where somebody belongs on a day: the branch at home, and the temporary ones attached to (ORG-11). */
export function branchesOn(person: RosterPerson, date: string): readonly string[] {
  const attachedTo = new Set(person.attachments.map(({ branchId }) => branchId));
  return [homeOn(person, date) ?? [], ...[...attachedTo].filter((branchId) => attachedOn(person, branchId, date))].flat();
}
export const belongsOn = (person: RosterPerson, branchId: string, date: string): boolean => branchesOn(person, date).includes(branchId);
const attachedOn = ({ attachments }: RosterPerson, branchId: string, date: string): boolean =>
  holds(
    attachments.filter((attachment) => attachment.branchId === branchId),
    date,
  );
/** Takes part in the life of the branch: provisional members do, suspended ones do not. */
export const takesPartOn = ({ suspensions }: RosterPerson, date: string): boolean => !holds(suspensions, date);
/** Full, not suspended, vote not stopped (MEM-03). */
export const entitledOn = (person: RosterPerson, date: string): boolean =>
  person.fullFromOn !== null && person.fullFromOn <= date && takesPartOn(person, date) && !holds(person.stops, date);

export const isPerson = (row: RosterRow | undefined): row is RosterPerson => row !== undefined && 'homes' in row;

export const residentsKey = (organizationId: string): string => `residents/${organizationId}`;
/** Of a temporary branch, whose members count once more at home. */
export const attachedKey = (organizationId: string): string => `attached/${organizationId}`;

/** By day how many come to take part in the life of a branch, less those who cease to: up to a day they add up to who did. */
function comings(person: RosterPerson): readonly Contribution[] {
  const days = [...new Set([...person.homes, ...person.suspensions].map(({ on }) => on))].sort();
  let before: string | null = null;
  return days.flatMap((on) => {
    const [left, now] = [before, takesPartOn(person, on) ? homeOn(person, on) : null];
    before = now;
    if (left === now) return [];
    const by = (branchId: string | null, members: number) => (branchId === null ? [] : [{ key: residentsKey(branchId), amounts: { [on]: members } }]);
    return [...by(left, -1), ...by(now, 1)];
  });
}

/** The same for each temporary branch somebody was ever attached to. */
function attachings(person: RosterPerson): readonly Contribution[] {
  const days = [...new Set([...person.attachments, ...person.suspensions].map(({ on }) => on))].sort();
  return [...new Set(person.attachments.map(({ branchId }) => branchId))].flatMap((branchId) => {
    let before = 0;
    return days.flatMap((on) => {
      const now = takesPartOn(person, on) && attachedOn(person, branchId, on) ? 1 : 0;
      const by = now - before;
      before = now;
      return by === 0 ? [] : [{ key: attachedKey(branchId), amounts: { [on]: by } }];
    });
  });
}

/** How many took part in the life of a branch on a day. */
export const residentsOnDay = (tally: Readonly<Record<string, number>>, date: string): number =>
  Object.entries(tally).reduce((sum, [on, by]) => (on <= date ? sum + by : sum), 0);

const onPerson = (personId: string, fold: (person: RosterPerson) => RosterPerson): Change<RosterRow> => ({
  key: personId,
  fold: (row) => fold(row !== null && isPerson(row) ? row : { personId, homes: [], fullFromOn: null, suspensions: [], stops: [], attachments: [] }),
});
const home = (personId: string, branchId: string, on: string) => onPerson(personId, (person) => ({ ...person, homes: [...person.homes, { branchId, on }] }));
/** Whatever branch somebody was brought to before the end was put on record. */
const ended = (personId: string, endedOn: string) =>
  onPerson(personId, (person) => ({ ...person, homes: [...person.homes.filter(({ on }) => on <= endedOn), { branchId: null, on: endedOn }] }));
const attached = (personId: string, attachment: Attachment) =>
  onPerson(personId, (person) => ({ ...person, attachments: [...person.attachments, attachment] }));
const suspended = (personId: string, mark: Mark) => onPerson(personId, (person) => ({ ...person, suspensions: [...person.suspensions, mark] }));

function flagged({ type, data }: Recorded<FlagEvent>): Changes<RosterRow> {
  if (data.flagCode !== 'votingStopped') return [];
  const mark = { begins: type === 'AuthorisedFlagSet', on: 'setOn' in data ? data.setOn : data.clearedOn };
  return onPerson(data.personId, (person) => ({ ...person, stops: [...person.stops, mark] }));
}

/**
 * Who belongs to a branch on a day and may vote there; from the members service, seconds behind it. Tallies `residents/<branch>` and
 * `attached/<branch>` count by day who comes and goes.
 */
export const roster = defineProjection<RosterRow>({
  name: 'roster',
  version: 4,
  indexes: [['organizationId']],
  sources: [
    fromSome<MembershipEvent>(aggregates.members.member)<RosterRow>({
      MemberRegistered: ({ data: { personId, fullFromOn = null } }) => onPerson(personId, (person) => ({ ...person, fullFromOn })),
      BranchAssigned: ({ data: { personId, branchId, assignedOn } }) => [
        home(personId, branchId, assignedOn),
        put(placeKey(branchId, personId), { organizationId: branchId, personId }),
      ],
      MembershipSuspended: ({ data: { personId, suspendedOn } }) => suspended(personId, { begins: true, on: suspendedOn }),
      MembershipRestored: ({ data: { personId, restoredOn } }) => suspended(personId, { begins: false, on: restoredOn }),
      MembershipEnded: ({ data: { personId, endedOn } }) => ended(personId, endedOn),
      MemberAttached: ({ data: { personId, branchId, attachedOn: on } }) => [
        attached(personId, { branchId, begins: true, on }),
        put(placeKey(branchId, personId), { organizationId: branchId, personId }),
      ],
      MemberDetached: ({ data: { personId, branchId, detachedOn: on } }) => attached(personId, { branchId, begins: false, on }),
    }),
    fromSome<FlagEvent>(aggregates.members.flags)<RosterRow>({ AuthorisedFlagSet: flagged, AuthorisedFlagCleared: flagged }),
  ],
  tallies: (row) => (isPerson(row) ? [...comings(row), ...attachings(row)] : []),
});
