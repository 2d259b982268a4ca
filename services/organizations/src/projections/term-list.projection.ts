import {
  electionForms,
  fewerSeatsReasons,
  moreSeatsReasons,
  reminderMeans,
  type ElectionForm,
  type FewerSeatsReason,
  type MoreSeatsReason,
  type ReminderMeans,
  type TermState,
} from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, fromEvery, fromSome, type Change, type Recorded } from '@zhitong/eventing';
import type { TreeEvent } from '@zhitong/platform/access/tree-nodes.ts';
import { termDecider } from '../domain/term/term.decider.ts';
import { stateOf, type TermEvent, type Terms } from '../domain/term/term-state.ts';

interface Called {
  readonly ballotOn: string;
  readonly form: ElectionForm;
  readonly candidateIds: readonly string[];
  readonly warnings: readonly string[];
  readonly moreSeatsReason: MoreSeatsReason | null;
}
interface Past {
  readonly termId: string;
  readonly startsOn: string;
  readonly expiresOn: string;
  readonly endedOn: string;
}

/** What decides, and beside it what is only shown. */
export interface TermListRow {
  readonly organizationId: string;
  readonly terms: Terms;
  readonly state: TermState | null;
  /** Last day of the term, or of the time for the first election. */
  readonly dueOn: string;
  readonly startsOn: string | null;
  readonly years: number | null;
  readonly shiftedFromOn: string | null;
  readonly shiftReasonCode: string | null;
  /** Of the election with which the term began. */
  readonly fewerSeatsReason: FewerSeatsReason | null;
  readonly confirmed: { readonly on: string; readonly means: ReminderMeans } | null;
  readonly called: Called | null;
  readonly past: readonly Past[];
  /** The organization was dissolved. */
  readonly gone: boolean;
}

const blank = (organizationId: string): TermListRow => ({
  organizationId,
  terms: termDecider.initial,
  state: null,
  dueOn: '',
  startsOn: null,
  years: null,
  shiftedFromOn: null,
  shiftReasonCode: null,
  fewerSeatsReason: null,
  confirmed: null,
  called: null,
  past: [],
  gone: false,
});

/** Where the row stands, whatever came first: what is gone has no state and no day. */
const settled = (row: TermListRow): TermListRow => ({
  ...row,
  state: row.gone ? null : stateOf(row.terms),
  dueOn: row.gone ? '' : (row.terms.term?.expiresOn ?? row.terms.firstDueOn ?? ''),
});

/** The term that ends where the next one begins. */
function ended({ terms: { term }, startsOn, past }: TermListRow, endedOn: string): readonly Past[] {
  if (term === null || startsOn === null) return past;
  return [{ termId: term.termId, startsOn, expiresOn: term.expiresOn, endedOn }, ...past];
}

/** A reason by its list; what was recorded before there was one is another. */
const reasonIn = <Reason extends string>(reasons: { has(code: string): code is Reason }, code: string | undefined): Reason | 'other' | null =>
  code === undefined ? null : reasons.has(code) ? code : 'other';

/** What an event shows that no decision needs. */
function shown(row: TermListRow, { type, data }: TermEvent): Partial<TermListRow> {
  switch (type) {
    case 'TermStarted': {
      const { startsOn, years } = data;
      return { past: ended(row, startsOn), startsOn, years, shiftedFromOn: null, shiftReasonCode: null, fewerSeatsReason: null, confirmed: null };
    }
    case 'ReminderConfirmed':
      return { confirmed: { on: data.confirmedOn, means: reminderMeans.parse(data.meansCode) } };
    case 'TermShiftRequested':
      return { shiftReasonCode: data.reasonCode };
    case 'TermShiftApproved':
      return { shiftedFromOn: data.fromOn, confirmed: null };
    case 'ElectionCalled': {
      const { ballotOn, formCode, candidateIds, warnings, reasonCode } = data;
      const moreSeatsReason = reasonIn(moreSeatsReasons, reasonCode);
      return { called: { ballotOn, form: electionForms.parse(formCode), candidateIds, warnings, moreSeatsReason } };
    }
    case 'ElectionApproved':
      return { called: null, fewerSeatsReason: reasonIn(fewerSeatsReasons, data.reasonCode) };
    default:
      return {};
  }
}

const taken = (event: Recorded<TermEvent>): Change<TermListRow> => ({
  key: event.data.organizationId,
  fold(before) {
    const row = before ?? blank(event.data.organizationId);
    const terms = termDecider.evolve(row.terms, event);
    return settled({ ...row, ...shown(row, event), terms });
  },
});

/** One row per organization that has, or owes, a term. */
export const termList = defineProjection<TermListRow>({
  name: 'term-list',
  version: 2,
  indexes: [['dueOn'], ['state', 'dueOn']],
  sources: [
    fromEvery<TermEvent>(aggregates.organizations.term)(taken),
    fromSome<TreeEvent>(aggregates.organizations.tree)<TermListRow>({
      OrganizationDissolved: ({ data: { organizationId: key } }) => ({ key, fold: (row) => settled({ ...(row ?? blank(key)), gone: true }) }),
    }),
  ],
  announce: ({ organizationId }) => [`org:${organizationId}`],
});
