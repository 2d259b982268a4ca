import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, from, fromEvery, ignore, type Changes, type Recorded } from '@zhitong/eventing';
import type { ServiceEnv } from '@zhitong/platform';
import type { FlagEvent } from '../domain/flags/flag-event.ts';
import type { MemberEvent } from '../domain/member/member-event.ts';

/** Something that begins or ends on a day: the suspension of a membership, the stop of a vote. */
export interface StandingMark {
  readonly begins: boolean;
  readonly on: string;
  readonly recordedAt: string;
}

/** What decides whether somebody could vote on a day, by date; where the person was at home then stands in the moves. */
export interface MemberStandingRow {
  readonly personId: string;
  /** Full membership from a day on, as each registration said; a provisional one has none. */
  readonly full: readonly { readonly fromOn: string | null; readonly recordedAt: string }[];
  readonly suspensions: readonly StandingMark[];
  readonly stops: readonly StandingMark[];
}

const blank = (personId: string): MemberStandingRow => ({ personId, full: [], suspensions: [], stops: [] });
const onPerson = (personId: string, mark: (row: MemberStandingRow) => MemberStandingRow): Changes<MemberStandingRow> => ({
  key: personId,
  fold: (row) => mark(row ?? blank(personId)),
});

function standing(event: Recorded<MemberEvent>): Changes<MemberStandingRow> {
  const { recordedAt } = event;
  switch (event.type) {
    case 'MemberRegistered': {
      const { personId, fullFromOn: fromOn = null } = event.data;
      return onPerson(personId, (row) => ({ ...row, full: [...row.full, { fromOn, recordedAt }] }));
    }
    case 'MembershipSuspended': {
      const { personId, suspendedOn: on } = event.data;
      return onPerson(personId, (row) => ({ ...row, suspensions: [...row.suspensions, { begins: true, on, recordedAt }] }));
    }
    case 'MembershipRestored': {
      const { personId, restoredOn: on } = event.data;
      return onPerson(personId, (row) => ({ ...row, suspensions: [...row.suspensions, { begins: false, on, recordedAt }] }));
    }
    default:
      return ignore();
  }
}

function stopped({ type, data, recordedAt }: Recorded<FlagEvent>): Changes<MemberStandingRow> {
  if (data.flagCode !== 'votingStopped') return ignore();
  const begins = type === 'AuthorisedFlagSet';
  const on = 'setOn' in data ? data.setOn : data.clearedOn;
  return onPerson(data.personId, (row) => ({ ...row, stops: [...row.stops, { begins, on, recordedAt }] }));
}

/** MEM-03 by date: one row a person. */
export const memberStanding = defineProjection<MemberStandingRow, ServiceEnv>({
  name: 'member-standing',
  version: 1,
  indexes: [],
  sources: [
    fromEvery<MemberEvent>(aggregates.members.member)<MemberStandingRow, ServiceEnv>(standing),
    from<FlagEvent>(aggregates.members.flags)<MemberStandingRow, ServiceEnv>({ AuthorisedFlagSet: stopped, AuthorisedFlagCleared: stopped }),
  ],
});
