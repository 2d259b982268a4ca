import { addMonths, assertNever, ensure, shanghaiDate, type Decider, type EventOf } from '@zhitong/kernel';
import { isBranchKind, sizeBands, type OrganizationKind, type SizeBand, type SizeExceptionReason } from '@zhitong/catalogue';
import type { SizeEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/size_events.ts';

export type SizeEvent = EventOf<SizeEvents>;

export interface WatchSize {
  readonly type: 'Watch';
  readonly organizationId: string;
  readonly kind: OrganizationKind;
  /** Of a general branch: of all branches below it. Suspended members never count. */
  readonly full: number;
  readonly provisional: number;
  /** A branch committee (支委会) exists. */
  readonly hasCommittee: boolean;
  readonly settings: { readonly minFull: number; readonly committeeFrom: number; readonly branchMax: number; readonly generalBranchMax: number };
}
export interface GrantSizeException {
  readonly type: 'Except';
  readonly organizationId: string;
  readonly band: SizeBand;
  readonly reasonCode: SizeExceptionReason;
  readonly reviewOn: string;
  readonly byId: string;
  readonly at: string;
}
export type SizeCommand = WatchSize | GrantSizeException;

interface Size {
  readonly outside: readonly SizeBand[];
}

/** ORG-03: 3 and 7 count full members; 50 and 100 full and provisional ones. */
export function bandsOutside({ kind, full, provisional, hasCommittee, settings }: WatchSize): readonly SizeBand[] {
  const all = full + provisional;
  if (kind === 'generalBranch') return all > settings.generalBranchMax ? ['SIZE_OVER_100'] : [];
  if (!isBranchKind(kind)) return [];
  return [
    ...(full < settings.minFull ? (['SIZE_BELOW_3'] as const) : []),
    ...(all > settings.branchMax ? (['SIZE_OVER_50'] as const) : []),
    ...(full >= settings.committeeFrom && !hasCommittee ? (['COMMITTEE_DUE'] as const) : []),
  ];
}

function watch({ outside }: Size, command: WatchSize): readonly SizeEvent[] {
  const now = bandsOutside(command);
  if (now.length === outside.length && now.every((band) => outside.includes(band))) return [];
  const { organizationId, full: fullMembers, provisional: provisionalMembers } = command;
  return [{ type: 'SizeBandCrossed', data: { organizationId, fullMembers, provisionalMembers, warnings: [...now] } }];
}

const exceptionMonths = 12;

function except({ outside }: Size, { organizationId, band, reasonCode, reviewOn, byId, at }: GrantSizeException): readonly SizeEvent[] {
  ensure(outside.includes(band), 'STATE_NOT_ALLOWED', 'It is inside this band.', { band });
  const today = shanghaiDate(at);
  const latest = addMonths(today, exceptionMonths);
  ensure(reviewOn > today && reviewOn <= latest, 'REVIEW_DATE_OUT_OF_RANGE', 'The review date is past or more than a year ahead.', { latest });
  return [{ type: 'SizeExceptionGranted', data: { organizationId, bandCode: band, reasonCode, reviewOn, grantedById: byId } }];
}

/** Whether one organization is inside its size bands: never blocks, only says so. */
export const sizeDecider: Decider<Size, SizeCommand, SizeEvent> = {
  initial: { outside: [] },
  decide(size, command) {
    switch (command.type) {
      case 'Watch':
        return watch(size, command);
      case 'Except':
        return except(size, command);
      default:
        return assertNever(command);
    }
  },
  evolve(size, { type, data }) {
    switch (type) {
      case 'SizeBandCrossed':
        return { outside: data.warnings.map((band) => sizeBands.parse(band)) };
      case 'SizeExceptionGranted':
        return size;
      default:
        return assertNever(type);
    }
  },
};
