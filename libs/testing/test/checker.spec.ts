import { describe, expect, it } from '@jest/globals';
import { defineProjection, eventId, recordCommit, type RecordedEvent, type StoredCommit, type StoredRow } from '@zhitong/eventing';
import { check } from '../src/checker/check.ts';
import type { LedgerEntry, Observation } from '../src/checker/observation.ts';

/** One row a counter: the sum of what was added. */
const sums = defineProjection<{ readonly sum: number }>({
  name: 'sums',
  version: 1,
  indexes: [],
  sources: [
    {
      context: 'organizations',
      category: 'counter',
      handler: (type) => (type === 'Added' ? (event) => ({ key: event.stream, fold: (row) => ({ sum: (row?.sum ?? 0) + amountOf(event) }) }) : undefined),
    },
  ],
});
const amountOf = ({ data }: RecordedEvent): number => ('amount' in data ? Number(data.amount) : 0);

function commit(
  id: string,
  after: number,
  amounts: readonly number[],
  by: { readonly actorId: string; readonly causationId?: string } = { actorId: 'per_1' },
): StoredCommit {
  const stream = `organizations.counter-${id}`;
  const events = amounts.map((amount) => ({ type: 'Added', data: { amount } }));
  const metadata = { occurredAt: '2026-03-01T09:00:00.000Z', correlationId: 'cor_1', ...by };
  return recordCommit({ stream, expectedVersion: after, events, commandId: `cmd-${id}-${after}`, bodyHash: 'h', metadata }, '2026-03-01T09:00:00.100Z', 1);
}
const rowOf = (commits: readonly StoredCommit[], key: string): StoredRow => {
  const events = commits.filter(({ stream }) => stream === key).flatMap((one) => one.events);
  return { key, revision: 1, guards: { counter: events.length }, row: { sum: events.reduce((sum, event) => sum + amountOf(event), 0) } };
};
const receipt = ({ commandId, stream, firstVersion, events }: StoredCommit, retried = false): LedgerEntry => ({
  commandId,
  outcome: { kind: 'receipt', stream, version: firstVersion + events.length - 1, retried },
});

/** A city in which everything is as it must be: numbers of streams and commits differ. */
function sound(streams: number, length: number): Observation {
  const people = Array.from({ length: streams }, (_, id) => Array.from({ length }, (_none, at) => commit(`${id}`, at * 2, [id, at]))).flat();
  const first = people[0]?.events[0];
  const echo = commit('echo', 0, [7], { actorId: 'system:when-added-then-echo', causationId: first === undefined ? '' : eventId(first) });
  const commits = [...people, echo];
  const keys = [...new Set(commits.map(({ stream }) => stream))];
  const published = commits.flatMap(({ events }) => events);
  return {
    ledger: [
      ...people.map((one, n) => receipt(one, n === 1)),
      { commandId: 'cmd-refused', outcome: { kind: 'refused' } },
      { commandId: 'cmd-lost', outcome: { kind: 'unknown' } },
    ],
    commits,
    published: [...published, ...published.slice(-3)],
    readModels: [{ projection: sums, env: {}, rows: keys.map((key) => rowOf(commits, key)) }],
    positions: [{ subscription: 'sums.v1.b1', offsets: [0, 4, 4, 9] }],
    parked: ['organizations.counter-poisoned'],
    poisoned: ['organizations.counter-poisoned'],
    auditFirstBad: [null, null],
    audited: { recorded: people.map(({ commandId }) => commandId), acts: people.map(({ commandId }) => commandId) },
    texts: [{ place: 'log.db', text: JSON.stringify(commits) }],
    canaries: ['王某某的号码'],
  };
}

const city = sound(3, 2);
const [first, second, third, ...others] = city.commits as readonly [StoredCommit, StoredCommit, StoredCommit, ...StoredCommit[]];
const [rows] = city.readModels as readonly [Observation['readModels'][number]];
const [row, ...otherRows] = rows.rows as readonly [StoredRow, ...StoredRow[]];
const published = city.published ?? [];
const withRows = (changed: readonly StoredRow[]) => ({ readModels: [{ ...rows, rows: changed }] });
const withoutRowOf = ({ commits }: Partial<Observation>) => ({
  commits: commits ?? [],
  readModels: [{ ...rows, rows: [...new Set((commits ?? []).map(({ stream }) => stream))].map((key) => rowOf(commits ?? [], key)) }],
  published: (commits ?? []).flatMap(({ events }) => events),
});
const again = { ...second, commandId: first.commandId };
const withAmount = (one: StoredCommit, amount: number): StoredCommit => ({ ...one, events: one.events.map((event) => ({ ...event, data: { amount } })) });
const echo = others.at(-1) ?? first;
const twice = commit('echo', 1, [7], { actorId: 'system:when-added-then-echo', causationId: echo.events[0]?.causationId ?? '' });

/** What was done to the sound city, by the rule that must name it. */
const planted: readonly (readonly [what: string, rule: string, change: Partial<Observation>])[] = [
  ['a lost commit', 'a', withoutRowOf({ commits: city.commits.filter((one) => one !== echo && one !== others[0]) })],
  ['a commit under another version', 'a', { ledger: [{ commandId: first.commandId, outcome: { kind: 'receipt', stream: first.stream, version: 1 } }] }],
  ['a commit in another stream', 'a', { ledger: [{ commandId: first.commandId, outcome: { kind: 'receipt', stream: third.stream, version: 2 } }] }],
  [
    'a retry that took effect twice',
    'b',
    withoutRowOf({
      commits: [...city.commits, commit('9', 0, [1]), { ...commit('9', 1, [1]), commandId: 'cmd-lost' }, { ...commit('8', 0, [1]), commandId: 'cmd-lost' }],
    }),
  ],
  [
    'a retry that never took effect',
    'b',
    { ledger: [{ commandId: 'cmd-gone', outcome: { kind: 'receipt', stream: first.stream, version: 2, retried: true } }] },
  ],
  ['a refused command in the log', 'c', { ledger: [{ commandId: first.commandId, outcome: { kind: 'refused' } }] }],
  ['a gap in a stream', 'd', withoutRowOf({ commits: city.commits.filter((one) => one !== first) })],
  ['a version held twice', 'd', withoutRowOf({ commits: [...city.commits, { ...second, commandId: 'cmd-other' }] })],
  ['a command twice in a stream', 'd', withoutRowOf({ commits: city.commits.map((one) => (one === second ? again : one)) })],
  ['swapped events', 'd', { commits: city.commits.map((one) => (one === first ? { ...first, events: first.events.toReversed() } : one)) }],
  ['a lost message', 'e', { published: published.filter(({ stream }) => stream !== echo.stream) }],
  ['reordered messages', 'e', { published: published.toReversed() }],
  ['a foreign message', 'e', { published: [...published, ...commit('stranger', 0, [1]).events] }],
  ['an altered message', 'e', { published: published.map((event) => (event.stream === echo.stream ? { ...event, data: { amount: 8 } } : event)) }],
  ['an altered commit', 'e', { commits: city.commits.map((one) => (one === echo ? withAmount(echo, 9) : one)) }],
  ['a stale row', 'f', withRows([{ ...row, guards: { counter: 1 } }, ...otherRows])],
  ['an extra row', 'f', withRows([...rows.rows, { ...row, key: 'organizations.counter-ghost' }])],
  ['a missing row', 'f', withRows(otherRows)],
  ['an altered row', 'f', withRows([{ ...row, row: { sum: -1 } }, ...otherRows])],
  ['a position that went back', 'f', { positions: [{ subscription: 'sums.v1.b1', offsets: [0, 9, 4] }] }],
  ['an effect twice', 'g', withoutRowOf({ commits: [...city.commits, twice] })],
  ['an outage that parked', 'h', { parked: [...(city.parked ?? []), first.stream] }],
  ['poison that was taken in', 'h', { parked: [] }],
  ['a broken chain', 'i', { auditFirstBad: [null, 17] }],
  ['an act without a record', 'i', { audited: { recorded: [], acts: [first.commandId] } }],
  ['an act recorded twice', 'i', { audited: { recorded: [first.commandId, first.commandId], acts: [first.commandId] } }],
  ['a name in a file', 'j', { texts: [{ place: 'log.db', text: '…王某某的号码…' }] }],
];

describe('the invariant checker', () => {
  it.each(planted)('finds %s and names it (%s)', async (_what, rule, change) => {
    const rules = (await check({ ...city, ...change })).map((violation) => violation.rule);
    expect(rules).toContain(rule);
  });

  it('finds nothing in a hundred sound cities', async () => {
    for (let n = 1; n <= 10; n++) for (let length = 1; length <= 10; length++) expect(await check(sound(n, length))).toEqual([]);
  });
});
