import { describe, expect, it } from '@jest/globals';
import { commitLimits, type NewCommit } from '@zhitong/eventing';
import type { Stores } from './event-store.contract.ts';
import { appended, commitOn, fact, factOfBytes, newStream, onlyWinner } from './event-store.samples.ts';

export function commandsCountOnce(stores: Stores): void {
  describe('command ids', () => {
    const again = (commit: NewCommit, change: Partial<NewCommit>): NewCommit => ({ ...commit, ...change });

    it('finds a commit by its command, with what was stored', async () => {
      const { store, second } = stores();
      const stream = newStream();
      const commit = commitOn(stream, 0, fact('A'), fact('B'));
      const first = appended(await store.append(commit));
      await store.append(commitOn(stream, 2));
      expect(await store.findCommit(stream, commit.commandId)).toEqual(first);
      expect(await second.findCommit(stream, commit.commandId)).toEqual(first);
    });

    it('SEC-25 keeps what a person did with the commit, and leaves it out of the events', async () => {
      const { store, second } = stores();
      const commit = { ...commitOn(newStream(), 0), act: { operation: 'doIt', answeredId: 'smp_1' } };
      const first = appended(await store.append(commit));
      expect(first.act).toEqual(commit.act);
      expect(await second.findCommit(commit.stream, commit.commandId)).toEqual(first);
      expect((await store.load(commit.stream)).every((event) => !('act' in event))).toBe(true);
    });

    it.each([
      ['the same', 0],
      ['the next', 1],
    ])('refuses a command id that is on the stream, on %s version', async (_which, expectedVersion) => {
      const { store } = stores();
      const stream = newStream();
      const commit = commitOn(stream, 0);
      const first = appended(await store.append(commit));
      expect(await store.append(again(commit, { expectedVersion, bodyHash: 'other' }))).toEqual({ outcome: 'conflict' });
      expect(await store.findCommit(stream, commit.commandId)).toEqual(first);
      expect(await store.load(stream)).toEqual(first.events);
    });

    it('REL-04 lets one of the twins win that race with one command id', async () => {
      const { store, second } = stores();
      const stream = newStream();
      const commit = commitOn(stream, 0);
      const twins = Array.from({ length: 10 }, (_, n) => (n % 2 === 0 ? store : second).append(again(commit, { bodyHash: `body ${String(n)}` })));
      const winner = onlyWinner(await Promise.all(twins));
      expect(await store.findCommit(stream, commit.commandId)).toEqual(winner);
    });

    it('refuses the second of one command id in a row of versions sent at once', async () => {
      const { store } = stores();
      const stream = newStream();
      const commit = commitOn(stream, 0);
      const outcomes = await Promise.all([store.append(commit), store.append(again(commit, { expectedVersion: 1 }))]);
      const winner = onlyWinner(outcomes);
      expect(await store.load(stream)).toEqual(winner.events);
    });

    it('takes one command id on two streams', async () => {
      const { store } = stores();
      const [one, other] = [newStream(), newStream()];
      const commit = commitOn(one, 0);
      appended(await store.append(commit));
      appended(await store.append(again(commit, { stream: other })));
      expect((await store.findCommit(other, commit.commandId))?.stream).toBe(other);
    });
  });
}

export function commitsOfSeveralStreams(stores: Stores): void {
  describe('REL-05 commits of several streams', () => {
    it('stores all and answers with the first', async () => {
      const { store } = stores();
      const commits = Array.from({ length: 5 }, () => commitOn(newStream(), 0, fact('A'), fact('B')));
      const outcome = await store.appendAll(commits);
      expect(outcome).toMatchObject({ outcome: 'appended', version: 2, commit: { stream: commits[0]?.stream } });
      for (const { stream } of commits) expect(await store.load(stream)).toHaveLength(2);
    });

    it.each([0, 1, 2])('stores nothing when stream %i conflicts', async (place) => {
      const { store } = stores();
      const taken = newStream();
      await store.append(commitOn(taken, 0));
      const commits = Array.from({ length: 3 }, (_, n) => commitOn(n === place ? taken : newStream(), 0));
      expect(await store.appendAll(commits)).toEqual({ outcome: 'conflict' });
      for (const { stream, commandId } of commits) {
        expect(await store.load(stream)).toHaveLength(stream === taken ? 1 : 0);
        expect(await store.findCommit(stream, commandId)).toBeUndefined();
      }
    });

    it('lets one of several win that race for a shared stream', async () => {
      const { store, second } = stores();
      const shared = newStream();
      const races = Array.from({ length: 8 }, () => [commitOn(newStream(), 0), commitOn(shared, 0)]);
      const outcomes = await Promise.all(races.map((commits, n) => (n % 2 === 0 ? store : second).appendAll(commits)));
      onlyWinner(outcomes);
      for (const [n, [own]] of races.entries()) {
        expect(await store.load(own?.stream ?? '')).toHaveLength(outcomes[n]?.outcome === 'appended' ? 1 : 0);
      }
    });

    it('refuses more than five streams', async () => {
      const { store } = stores();
      const commits = Array.from({ length: 6 }, () => commitOn(newStream(), 0));
      await expect(store.appendAll(commits)).rejects.toMatchObject({ name: 'Rejected', code: 'VALIDATION_FAILED' });
      for (const { stream } of commits) expect(await store.load(stream)).toEqual([]);
    });
  });
}

export function limits(stores: Stores): void {
  describe('REL-11 limits', () => {
    const { eventBytes, commitBytes, events } = commitLimits;
    const many = (count: number) => Array.from({ length: count }, () => fact('Noted'));
    const full = Array.from({ length: commitBytes / eventBytes }, () => factOfBytes(eventBytes));

    it.each([
      ['an event of 64 KB', [factOfBytes(eventBytes)]],
      ['a commit of 512 KB', full],
      ['a commit of 200 events', many(events)],
    ])('takes %s', async (_what, facts) => {
      const { store } = stores();
      const stream = newStream();
      appended(await store.append(commitOn(stream, 0, ...facts)));
      expect((await store.load(stream)).map(({ type, data }) => ({ type, data }))).toEqual(facts);
    });

    it.each([
      ['an event above 64 KB', [factOfBytes(eventBytes + 1)]],
      ['an event above 64 KB in bytes but not in characters', [fact('Sized', { text: '支'.repeat(eventBytes / 3) })]],
      ['a commit above 512 KB', [...full, fact('Noted')]],
      ['a commit of 201 events', many(events + 1)],
    ])('refuses %s', async (_what, facts) => {
      const { store } = stores();
      const stream = newStream();
      const refusal = { name: 'Rejected', code: 'VALIDATION_FAILED' };
      await expect(store.append(commitOn(stream, 0, ...facts))).rejects.toMatchObject(refusal);
      await expect(store.appendAll([commitOn(newStream(), 0), commitOn(stream, 0, ...facts)])).rejects.toMatchObject(refusal);
      expect(await store.load(stream)).toEqual([]);
    });
  });
}
