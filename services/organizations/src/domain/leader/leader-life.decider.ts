import type { LeaderLifeEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/leaderlife_events.ts';
import { assertNever, type Decider, type EventOf } from '@zhitong/kernel';

export type LeaderLifeEvent = EventOf<LeaderLifeEvents>;

/** How often a leader takes part in the own branch in a year, and how often of these with a lecture: by the settings of its first day. */
export interface LeaderNeeds {
  readonly attend: number;
  readonly lecture: number;
}
interface YearOf {
  readonly personId: string;
  readonly year: string;
  readonly needs: LeaderNeeds;
}
export interface NoteOccasion extends YearOf {
  readonly type: 'NoteOccasion';
  readonly occasionId: string;
  readonly organizationId: string;
  readonly heldOn: string;
  /** What is told of it; what is not told stays as it was. */
  readonly attended?: boolean;
  readonly lectured?: boolean;
}
export interface PassLeaderMoment extends YearOf {
  readonly type: 'WarnLeader' | 'CloseLeaderYear';
  readonly scheduledAt: string;
  readonly at: string;
}
export type LeaderLifeCommand = NoteOccasion | PassLeaderMoment;

interface Occasion {
  readonly attended: boolean;
  readonly lectured: boolean;
}
interface LeaderYear {
  readonly status: 'open' | 'met' | 'missed';
  readonly warned: boolean;
  readonly occasions: Readonly<Record<string, Occasion>>;
}

/** A lecture is an attendance as well; both at one meeting are one. */
function countsOf({ occasions }: Pick<LeaderYear, 'occasions'>) {
  const there = Object.values(occasions).filter(({ attended, lectured }) => attended || lectured);
  return { occasions: there.length, lectures: there.filter(({ lectured }) => lectured).length };
}
const isEnough = (year: Pick<LeaderYear, 'occasions'>, { attend, lecture }: LeaderNeeds): boolean => {
  const { occasions, lectures } = countsOf(year);
  return occasions >= attend && lectures >= lecture;
};

/** The year as it comes out. */
function outcome(year: Pick<LeaderYear, 'occasions'>, { personId, year: periodCode, needs }: YearOf): LeaderLifeEvent {
  return { type: isEnough(year, needs) ? 'LeaderLifeMet' : 'LeaderLifeMissed', data: { personId, periodCode, ...countsOf(year) } };
}

/** After the year is closed a late entry or a correction may turn it. */
function note(year: LeaderYear, command: NoteOccasion): readonly LeaderLifeEvent[] {
  const { personId, year: periodCode, occasionId, organizationId, heldOn, needs } = command;
  const before = year.occasions[occasionId] ?? { attended: false, lectured: false };
  const { attended, lectured } = { attended: command.attended ?? before.attended, lectured: command.lectured ?? before.lectured };
  if (attended === before.attended && lectured === before.lectured) return [];
  const noted: LeaderLifeEvent = { type: 'LeaderOccasionNoted', data: { personId, periodCode, occasionId, organizationId, heldOn, attended, lectured } };
  const after = { occasions: { ...year.occasions, [occasionId]: { attended, lectured } } };
  const turned = year.status !== 'open' && (year.status === 'met') !== isEnough(after, needs);
  return turned ? [noted, outcome(after, command)] : [noted];
}

function pass(year: LeaderYear, command: PassLeaderMoment): readonly LeaderLifeEvent[] {
  const { type, personId, year: periodCode, needs, scheduledAt, at } = command;
  if (year.status !== 'open' || at < scheduledAt) return [];
  if (type === 'CloseLeaderYear') return [outcome(year, command)];
  if (year.warned || isEnough(year, needs)) return [];
  return [{ type: 'LeaderLifeWarned', data: { personId, periodCode, ...countsOf(year) } }];
}

/** One leader in one year (ORG-42): `open -> met | missed`, and between these two as facts are entered late or put right. */
export const leaderLifeDecider: Decider<LeaderYear, LeaderLifeCommand, LeaderLifeEvent> = {
  initial: { status: 'open', warned: false, occasions: {} },
  decide(year, command) {
    switch (command.type) {
      case 'NoteOccasion':
        return note(year, command);
      case 'WarnLeader':
      case 'CloseLeaderYear':
        return pass(year, command);
      default:
        return assertNever(command);
    }
  },
  evolve(year, { type, data }) {
    switch (type) {
      case 'LeaderOccasionNoted':
        return { ...year, occasions: { ...year.occasions, [data.occasionId]: { attended: data.attended, lectured: data.lectured } } };
      case 'LeaderLifeWarned':
        return { ...year, warned: true };
      case 'LeaderLifeMet':
        return { ...year, status: 'met' };
      case 'LeaderLifeMissed':
        return { ...year, status: 'missed' };
      default:
        return assertNever(type);
    }
  },
};
