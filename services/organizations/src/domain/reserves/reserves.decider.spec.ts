import { describe, expect, it } from '@jest/globals';
import { given, walk } from '@zhitong/testing';
import fc from 'fast-check';
import { isInReserve, liveReserves, reservesDecider, type ReservesCommand, type ReservesEvent } from './reserves.decider.ts';

const about = (personId: string, needed = 2) => ({ organizationId: 'org_1', personId, needed, at: '2026-03-02T01:00:00.000Z', byId: 'per_officer' }) as const;
const keeper = { level: 'community', leadsPlace: true, state: 'active' } as const;
type Listing = Extract<ReservesCommand, { type: 'ListCadre' }>;
const list = (personId: string, fields: Partial<Listing> = {}): Listing => ({
  type: 'ListCadre',
  ...about(personId),
  keeper,
  isFull: true,
  attributes: ['young'],
  ...fields,
});
const train = (personId: string): ReservesCommand => ({ type: 'TrainCadre', ...about(personId) });
const appoint = (personId: string, needed = 2): ReservesCommand => ({ type: 'AppointCadre', ...about(personId, needed) });
const withdraw = (personId: string): ReservesCommand => ({ type: 'WithdrawCadre', reasonCode: 'declined', ...about(personId) });
const after = (...commands: readonly ReservesCommand[]): readonly ReservesEvent[] =>
  commands.reduce<readonly ReservesEvent[]>((past, command) => [...past, ...reservesDecider.decide(given(reservesDecider, ...past).state(), command)], []);
const warned = (past: readonly ReservesEvent[], command: ReservesCommand) =>
  reservesDecider.decide(given(reservesDecider, ...past).state(), command).map(({ type, data }) => [type, 'warnings' in data ? data.warnings : null]);

describe('ORG-24 reserve cadres', () => {
  it('ORG-24 two a post: one is warned of, two are enough, three as well', () => {
    expect(warned([], list('per_1'))).toEqual([['ReserveCadreListed', ['RESERVE_RATIO']]]);
    expect(warned(after(list('per_1')), list('per_2'))).toEqual([['ReserveCadreListed', []]]);
    expect(warned(after(list('per_1'), list('per_2')), list('per_3'))).toEqual([['ReserveCadreListed', []]]);
  });

  it('ORG-24 who leaves the reserve leaves it breached when one too few is left, and only then', () => {
    const three = after(list('per_1'), list('per_2'), list('per_3'), train('per_1'), train('per_2'));
    expect(warned(three, withdraw('per_3'))).toEqual([['ReserveCadreWithdrawn', []]]);
    const two = [...three, ...reservesDecider.decide(given(reservesDecider, ...three).state(), withdraw('per_3'))];
    expect(warned(two, appoint('per_1'))).toEqual([
      ['ReserveCadreAppointed', ['RESERVE_RATIO']],
      ['ReserveRatioBreached', null],
    ]);
    expect(warned(two, appoint('per_1', 1))).toEqual([['ReserveCadreAppointed', []]]);
    const one = after(list('per_1'));
    expect(warned(one, withdraw('per_1'))).toEqual([['ReserveCadreWithdrawn', ['RESERVE_RATIO']]]);
  });

  it('ORG-24 a full member, of a community that is active, once at a time', () => {
    given(reservesDecider)
      .when(list('per_1', { isFull: false }))
      .thenRejected('NOT_FULL_MEMBER');
    given(reservesDecider)
      .when(list('per_1', { keeper: { ...keeper, level: 'street' } }))
      .thenRejected('LEVEL_NOT_ALLOWED');
    given(reservesDecider)
      .when(list('per_1', { keeper: { ...keeper, leadsPlace: false } }))
      .thenRejected('LEVEL_NOT_ALLOWED');
    given(reservesDecider)
      .when(list('per_1', { keeper: { ...keeper, state: 'merging' } }))
      .thenRejected('STATE_NOT_ALLOWED');
    given(reservesDecider, ...after(list('per_1')))
      .when(list('per_1'))
      .thenRejected('ALREADY_EXISTS');
    given(reservesDecider, ...after(list('per_1'), withdraw('per_1')))
      .when(list('per_1'))
      .thenTypes('ReserveCadreListed');
  });

  it('ORG-24 trained before appointed; trained twice is one fact; nobody is appointed who left', () => {
    given(reservesDecider).when(train('per_1')).thenRejected('NOT_FOUND');
    given(reservesDecider, ...after(list('per_1')))
      .when(appoint('per_1'))
      .thenRejected('STATE_NOT_ALLOWED');
    const trained = after(list('per_1'), train('per_1'));
    given(reservesDecider, ...trained)
      .when(train('per_1'))
      .then();
    given(reservesDecider, ...trained, ...reservesDecider.decide(given(reservesDecider, ...trained).state(), withdraw('per_1')))
      .when(appoint('per_1'))
      .thenRejected('STATE_NOT_ALLOWED');
  });

  it('ORG-24 no sequence of commands leaves the table of reserve cadres; refused commands change nothing; a history gives the same state again', () => {
    const next: Readonly<Record<string, readonly string[]>> = {
      absent: ['listed'],
      listed: ['trained', 'withdrawn'],
      trained: ['appointed', 'withdrawn'],
      appointed: ['listed'],
      withdrawn: ['listed'],
    };
    const person = fc.constantFrom('per_1', 'per_2', 'per_3');
    const commands = fc.tuple(fc.constantFrom(list, train, appoint, withdraw), person).map(([make, id]) => make(id));
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 40 }), (sequence) => {
        walk(reservesDecider, sequence, (before, now) => {
          for (const [id, state] of now) if (before.get(id) !== state) expect(next[before.get(id) ?? 'absent']).toContain(state);
          expect(liveReserves(now)).toBe([...now.values()].filter(isInReserve).length);
        });
      }),
      { numRuns: 300, seed: 20260302 },
    );
  });
});
