import {
  isWorking,
  reserveStates,
  type Level,
  type OrganizationState,
  type ReserveAttribute,
  type ReserveState,
  type WithdrawalReason,
} from '@zhitong/catalogue';
import type { ReservesEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/reserves_events.ts';
import { assertNever, ensure, Rejected, shanghaiDate, type Decider, type EventOf } from '@zhitong/kernel';

export type ReservesEvent = EventOf<ReservesEvents>;

interface About {
  readonly organizationId: string;
  readonly personId: string;
  /** Reserves that the post asks for. */
  readonly needed: number;
  readonly at: string;
  readonly byId: string;
}
export type ReservesCommand =
  | (About & {
      readonly type: 'ListCadre';
      readonly keeper: { readonly level: Level; readonly leadsPlace: boolean; readonly state: OrganizationState };
      readonly isFull: boolean;
      readonly attributes: readonly ReserveAttribute[];
    })
  | (About & { readonly type: 'TrainCadre' | 'AppointCadre' })
  | (About & { readonly type: 'WithdrawCadre'; readonly reasonCode: WithdrawalReason });

/** Reserve cadres of one community, by person. */
export type Reserves = ReadonlyMap<string, ReserveState>;

export const isInReserve = (state: ReserveState | undefined): boolean => state === 'listed' || state === 'trained';
export const liveReserves = (reserves: Reserves): number => [...reserves.values()].filter(isInReserve).length;

/** @throws {Rejected} `NOT_FOUND`, `STATE_NOT_ALLOWED` */
function standing(reserves: Reserves, personId: string, allowed: readonly ReserveState[]): void {
  const state = reserves.get(personId);
  if (state === undefined) throw new Rejected('NOT_FOUND', 'The person is not in reserve here.');
  ensure(allowed.includes(state), 'STATE_NOT_ALLOWED', 'The person in reserve is not that far, or has left the reserve.', { state });
}

const warningsFor = (live: number, needed: number): string[] => (live < needed ? ['RESERVE_RATIO'] : []);

function list(reserves: Reserves, command: Extract<ReservesCommand, { type: 'ListCadre' }>): readonly ReservesEvent[] {
  const { organizationId, personId, keeper, isFull, attributes, needed, at, byId } = command;
  ensure(keeper.level === 'community' && keeper.leadsPlace, 'LEVEL_NOT_ALLOWED', 'Reserves are kept for the secretary of a community.', {
    level: keeper.level,
  });
  ensure(isWorking(keeper.state), 'STATE_NOT_ALLOWED', 'The organization is not active.', { state: keeper.state });
  ensure(isFull, 'NOT_FULL_MEMBER', 'Only a full member in good standing is in reserve.');
  ensure(!isInReserve(reserves.get(personId)), 'ALREADY_EXISTS', 'The person is in reserve already.');
  const warnings = warningsFor(liveReserves(reserves) + 1, needed);
  const data = { organizationId, personId, attributeCodes: [...attributes], effectiveOn: shanghaiDate(at), listedById: byId, warnings };
  return [{ type: 'ReserveCadreListed', data }];
}

/** One less: whether that was one too few. */
function leave(reserves: Reserves, left: (warnings: string[]) => ReservesEvent, { organizationId, needed, at }: About): readonly ReservesEvent[] {
  const before = liveReserves(reserves);
  const live = before - 1;
  const breached: ReservesEvent = { type: 'ReserveRatioBreached', data: { organizationId, live, needed, effectiveOn: shanghaiDate(at) } };
  return [left(warningsFor(live, needed)), ...(before >= needed && live < needed ? [breached] : [])];
}

function decide(reserves: Reserves, command: ReservesCommand): readonly ReservesEvent[] {
  const { organizationId, personId, at, byId } = command;
  const about = { organizationId, personId, effectiveOn: shanghaiDate(at) };
  switch (command.type) {
    case 'ListCadre':
      return list(reserves, command);
    case 'TrainCadre':
      standing(reserves, personId, ['listed', 'trained']);
      return reserves.get(personId) === 'trained' ? [] : [{ type: 'ReserveCadreTrained', data: { ...about, recordedById: byId } }];
    case 'AppointCadre':
      standing(reserves, personId, ['trained']);
      return leave(reserves, (warnings) => ({ type: 'ReserveCadreAppointed', data: { ...about, recordedById: byId, warnings } }), command);
    case 'WithdrawCadre': {
      const { reasonCode } = command;
      standing(reserves, personId, ['listed', 'trained']);
      return leave(reserves, (warnings) => ({ type: 'ReserveCadreWithdrawn', data: { ...about, reasonCode, withdrawnById: byId, warnings } }), command);
    }
    default:
      return assertNever(command);
  }
}

const states = {
  ReserveCadreListed: 'listed',
  ReserveCadreTrained: 'trained',
  ReserveCadreAppointed: 'appointed',
  ReserveCadreWithdrawn: 'withdrawn',
} as const satisfies Readonly<Record<Exclude<ReservesEvent['type'], 'ReserveRatioBreached'>, ReserveState>>;

/** Where an event puts the person it is about. */
export const stateAfter = (type: keyof typeof states): ReserveState => reserveStates.parse(states[type]);

/** ORG-24: reserve cadres for the secretary's post of one community. */
export const reservesDecider: Decider<Reserves, ReservesCommand, ReservesEvent> = {
  initial: new Map(),
  decide,
  evolve: (reserves, { type, data }) => (type === 'ReserveRatioBreached' ? reserves : new Map(reserves).set(data.personId, stateAfter(type))),
};
