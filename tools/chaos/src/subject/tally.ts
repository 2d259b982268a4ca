import { definePolicy, defineProjection, defineStream, from, intend, when } from '@zhitong/eventing';
import { Rejected, type Fact } from '@zhitong/kernel';
import type { ServiceDefinition } from '@zhitong/platform';

export type TallyEvent =
  | { readonly type: 'Added'; readonly data: { readonly amount: number } }
  /** The second event of each commit: half a commit would show. */
  | { readonly type: 'Weighed'; readonly data: { readonly sum: number } };
export interface Echoed extends Fact {
  readonly type: 'Echoed';
  readonly data: { readonly amount: number };
}

export const largestAmount = 90;

/** Takes amounts up to 90; zero is nothing to do. */
export const tally = defineStream<number, number, TallyEvent>({
  context: 'organizations',
  category: 'tally',
  eventTypes: ['Added', 'Weighed'],
  decider: {
    initial: 0,
    decide(sum, amount) {
      if (amount > largestAmount) throw new Rejected('CEILING_EXCEEDED', 'Too much at once.');
      if (amount === 0) return [];
      return [
        { type: 'Added', data: { amount } },
        { type: 'Weighed', data: { sum: sum + amount } },
      ];
    },
    evolve: (sum, event) => (event.type === 'Added' ? sum + event.data.amount : sum),
  },
});
export const echo = defineStream<number, number, Echoed>({
  context: 'organizations',
  category: 'echo',
  eventTypes: ['Echoed'],
  decider: { initial: 0, decide: (_sum, amount) => [{ type: 'Echoed', data: { amount } }], evolve: (sum, { data }) => sum + data.amount },
});

/** A type that this release has never heard of, on a stream that it follows. */
export const unheard = defineStream<number, number, Fact>({
  context: 'organizations',
  category: 'tally',
  eventTypes: ['Unheard'],
  decider: { initial: 0, decide: () => [{ type: 'Unheard', data: {} }], evolve: (count) => count + 1 },
});

const idOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1);

/** What can be poison: an event to the projection, in its handler or its fold, or one to the policy. */
export const poisons = ['Added', 'Weighed', 'Echoed', 'Echoing'] as const;
type Poison = (typeof poisons)[number];

/** Why poison is poison: there in a service from its start until somebody mends it, and never for whoever checks what has become of it. */
export const cause = { present: false };

/** The tally that is poison to one of them alone. */
export const sickTally = (poison: Poison): string => `sick${poison}`;

/** @throws {TypeError} at what is poison. */
function expectSound(poison: Poison, stream: string): void {
  if (cause.present && idOf(stream) === sickTally(poison)) throw new TypeError('poison');
}

export const echoing = definePolicy({
  name: 'when-added-then-echo',
  startFrom: 'beginning',
  expects: [],
  sources: [
    when<TallyEvent>(tally)({
      Added({ stream, data }) {
        expectSound('Echoing', stream);
        return [intend(echo, idOf(stream), data.amount)];
      },
    }),
  ],
});

/** What was added and what came back of it, as sums and as the versions taken in: a repetition, a gap and a swap show. */
export interface TallyRow {
  readonly id: string;
  readonly added: number;
  readonly echoed: number;
  readonly trail: number;
}
const nothing = (id: string): TallyRow => ({ id, added: 0, echoed: 0, trail: 0 });
/** Depends on the order of the versions of a stream, not on what comes between them from the other one. */
const follow = (trail: number, version: number): number => (trail * 31 + version) % 1_000_003;

export const tallies = defineProjection<TallyRow>({
  name: 'tallies',
  version: 1,
  indexes: [['id']],
  sources: [
    from<TallyEvent>(tally)<TallyRow>({
      Added({ stream, data, version }) {
        expectSound('Added', stream);
        return {
          key: idOf(stream),
          fold: (row) => ({ ...(row ?? nothing(idOf(stream))), added: (row?.added ?? 0) + data.amount, trail: follow(row?.trail ?? 0, version) }),
        };
      },
      Weighed: ({ stream, version }) => ({
        key: idOf(stream),
        fold(row) {
          expectSound('Weighed', stream);
          return { ...(row ?? nothing(idOf(stream))), trail: follow(row?.trail ?? 0, version) };
        },
      }),
    }),
    from<Echoed>(echo)<TallyRow>({
      Echoed({ stream, data }) {
        expectSound('Echoed', stream);
        return {
          key: idOf(stream),
          fold: (row) => ({ ...(row ?? nothing(idOf(stream))), echoed: (row?.echoed ?? 0) + data.amount }),
        };
      },
    }),
  ],
  tallies: ({ added, echoed }) => [{ key: 'all', amounts: { added, echoed } }],
});

/** The smallest service that has everything that can go wrong: a stream, a projection with counters, a policy. */
export const tallyService: ServiceDefinition = {
  context: 'organizations',
  streams: [tally, echo],
  projections: [tallies],
  policies: [echoing],
  deadlines: [],
  useCases: [],
  metrics: [],
};
