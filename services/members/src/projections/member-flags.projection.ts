import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, from, type Changes } from '@zhitong/eventing';
import type { ServiceEnv } from '@zhitong/platform';
import type { FlagEvent } from '../domain/flags/flag-event.ts';
import { evolveFlags, type HeldFlag } from '../domain/flags/flags.ts';

/** What authorised bodies hold on a person now, with authority and date. */
export interface MemberFlagsRow {
  readonly personId: string;
  readonly flags: readonly HeldFlag[];
}

const change = (event: FlagEvent): Changes<MemberFlagsRow> => ({
  key: event.data.personId,
  fold: (row) => ({ personId: event.data.personId, flags: evolveFlags(row?.flags ?? [], event) }),
});

/** Read by those alone who may know more than that a flag exists. */
export const memberFlags = defineProjection<MemberFlagsRow, ServiceEnv>({
  name: 'member-flags',
  version: 1,
  indexes: [],
  sources: [from<FlagEvent>(aggregates.members.flags)<MemberFlagsRow, ServiceEnv>({ AuthorisedFlagSet: change, AuthorisedFlagCleared: change })],
});
