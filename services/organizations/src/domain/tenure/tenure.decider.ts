import type { VacancyCause } from '@zhitong/catalogue';
import type { TenureEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/tenure_events.ts';
import { assertNever, shanghaiDate, type Decider, type EventOf } from '@zhitong/kernel';
import { countIn, countOf, heldWhenFull, type Spell } from './tenure-count.ts';

export type TenureEvent = EventOf<TenureEvents>;
export type TenureCommand =
  | ({ readonly type: 'TakePost'; readonly personId: string } & Omit<Spell, 'leftOn'>)
  | { readonly type: 'LeavePost'; readonly personId: string; readonly postId: string; readonly leftOn: string; readonly cause: VacancyCause }
  /** The clock says that the years of a count are full. */
  | { readonly type: 'PassYears'; readonly personId: string; readonly sinceOn: string; readonly at: string };
type Command<Type extends TenureCommand['type']> = Extract<TenureCommand, { readonly type: Type }>;

export interface Tenure {
  readonly spells: readonly Spell[];
  /** First days of the counts that were found to be full. */
  readonly reached: readonly string[];
}

/** A post that was filled by mistake was never held. */
const afterLeaving = (spells: readonly Spell[], postId: string, leftOn: string, cause: string): readonly Spell[] =>
  cause === 'correction' ? spells.filter((spell) => spell.postId !== postId) : spells.map((spell) => (spell.postId === postId ? { ...spell, leftOn } : spell));

function take({ spells }: Tenure, { type: _type, personId, ...post }: Command<'TakePost'>): readonly TenureEvent[] {
  if (spells.some(({ postId }) => postId === post.postId)) return [];
  const { sinceOn, fullOn } = countOf([{ ...post, leftOn: null }, ...spells]);
  return [{ type: 'TenurePostTaken', data: { personId, ...post, sinceOn, fullOn } }];
}

function leave({ spells }: Tenure, { personId, postId, leftOn, cause }: Command<'LeavePost'>): readonly TenureEvent[] {
  if (spells.find((spell) => spell.postId === postId)?.leftOn !== null) return [];
  const count = countIn(afterLeaving(spells, postId, leftOn, cause));
  return [{ type: 'TenurePostLeft', data: { personId, postId, leftOn, causeCode: cause, sinceOn: count?.sinceOn, fullOn: count?.fullOn } }];
}

/** Nothing for a count that has begun anew meanwhile, is not full, or is in a break. */
function passYears({ spells, reached }: Tenure, { personId, sinceOn, at }: Command<'PassYears'>): readonly TenureEvent[] {
  const count = countIn(spells);
  const held = count === null ? null : heldWhenFull(count);
  if (count?.sinceOn !== sinceOn || held === null || reached.includes(sinceOn)) return [];
  const reachedOn = held.fromOn > count.fullOn ? held.fromOn : count.fullOn;
  if (reachedOn > shanghaiDate(at)) return [];
  return [{ type: 'SixYearTenureReached', data: { personId, organizationId: held.organizationId, sinceOn, reachedOn } }];
}

/** ORG-25: the tenure of one person as secretary of communities. It says when the years are full; whatever follows is decided outside. */
export const tenureDecider: Decider<Tenure, TenureCommand, TenureEvent> = {
  initial: { spells: [], reached: [] },
  decide(tenure, command) {
    switch (command.type) {
      case 'TakePost':
        return take(tenure, command);
      case 'LeavePost':
        return leave(tenure, command);
      case 'PassYears':
        return passYears(tenure, command);
      default:
        return assertNever(command);
    }
  },
  evolve(tenure, { type, data }) {
    switch (type) {
      case 'TenurePostTaken': {
        const { personId: _person, sinceOn: _since, fullOn: _full, ...post } = data;
        return { ...tenure, spells: [...tenure.spells, { ...post, leftOn: null }] };
      }
      case 'TenurePostLeft':
        return { ...tenure, spells: afterLeaving(tenure.spells, data.postId, data.leftOn, data.causeCode) };
      case 'SixYearTenureReached':
        return { ...tenure, reached: [...tenure.reached, data.sinceOn] };
      default:
        return assertNever(type);
    }
  },
};
