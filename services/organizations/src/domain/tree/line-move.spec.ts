import { describe, expect, it } from '@jest/globals';
import { fold } from '@zhitong/kernel';
import { given } from '@zhitong/testing';
import type { TreeEvent } from './tree.evolve.ts';
import type { TreeCommand } from './tree.commands.ts';
import * as s from './tree.samples.ts';
import { treeDecider } from './tree.decider.ts';

const move = (organizationId: string, toParentId: string, effectiveOn = '2026-03-02'): TreeCommand => ({
  type: 'RequestMove',
  organizationId,
  toParentId,
  effectiveOn,
  reasonCode: 'interim',
  by: s.officer('org_street', 'per_req'),
  at: s.at,
  settings: s.settings,
});
const release = (organizationId: string, by: ReturnType<typeof s.officer>, at = s.at): TreeCommand => ({ type: 'Release', organizationId, by, at });
const accept = (organizationId: string, by: ReturnType<typeof s.officer>, at = s.at): TreeCommand => ({ type: 'Accept', organizationId, by, at });
const settle = (organizationId: string, at: string): TreeCommand => ({ type: 'SettleMove', organizationId, at });
const history = (...commands: readonly TreeCommand[]): readonly TreeEvent[] =>
  commands.reduce<readonly TreeEvent[]>((past, command) => [...past, ...treeDecider.decide(fold(treeDecider, past), command)], s.past);
const after = (...commands: readonly TreeCommand[]) => given(treeDecider, ...history(...commands));
const types = (events: readonly TreeEvent[]) => events.slice(s.past.length).map(({ type }) => type);

describe('ORG-08 changing the managing line', () => {
  it('ORG-08 both words let it take effect, in either order', () => {
    const words = [release('org_branch', s.officer('org_community')), accept('org_branch', s.officer('org_other'))];
    expect(types(history(move('org_branch', 'org_other'), ...words))).toEqual([
      'LineMoveRequested',
      'LineMoveReleased',
      'LineMoveAccepted',
      'ManagingLineChanged',
    ]);
    expect(types(history(move('org_branch', 'org_other'), ...words.toReversed()))).toEqual([
      'LineMoveRequested',
      'LineMoveAccepted',
      'LineMoveReleased',
      'ManagingLineChanged',
    ]);
  });
  it('ORG-08 one person cannot speak for both, nor another organization for one', () => {
    const released = after(move('org_branch', 'org_other'), release('org_branch', s.officer('org_street', 'per_both')));
    released.when(accept('org_branch', s.officer('org_street', 'per_both'))).thenRejected('SELF_APPROVAL');
    released.when(accept('org_branch', s.officer('org_community'))).thenRejected('OUT_OF_SCOPE');
  });
  it('ORG-08 not agreed after 30 days: the old line stays', () => {
    const requested = after(move('org_branch', 'org_other'));
    requested.when(settle('org_branch', '2026-04-01T15:59:59.999Z')).then();
    requested.when(release('org_branch', s.officer('org_community'), '2026-04-01T15:59:59.999Z')).thenTypes('LineMoveReleased');
    requested.when(release('org_branch', s.officer('org_community'), '2026-04-01T16:00:00.000Z')).thenRejected('LINE_NOT_AGREED');
    requested.when(settle('org_branch', '2026-04-01T16:00:00.000Z')).then({
      type: 'LineMoveLapsed',
      data: { organizationId: 'org_branch', toParentId: 'org_other', causeCode: 'LINE_NOT_AGREED', warnings: ['LINE_NOT_AGREED'] },
    });
  });
  it('ORG-08 an agreed move waits for 00:00 of its day', () => {
    const agreed = after(
      move('org_branch', 'org_other', '2026-03-10'),
      release('org_branch', s.officer('org_community')),
      accept('org_branch', s.officer('org_other')),
    );
    agreed.when(settle('org_branch', '2026-03-09T15:59:59.999Z')).then();
    agreed.when(settle('org_branch', '2026-03-09T16:00:00.000Z')).then({
      type: 'ManagingLineChanged',
      data: { organizationId: 'org_branch', fromParentId: 'org_community', toParentId: 'org_other', effectiveOn: '2026-03-10' },
    });
  });
  it('ORG-08 nothing moves below itself, nor below what stands below it', () => {
    after().when(move('org_street', 'org_street')).thenRejected('CYCLE');
    after().when(move('org_street', 'org_community')).thenRejected('CYCLE');
  });
  it('ORG-08 of two moves that would form a ring together the later one ends', () => {
    const both = after(
      move('org_community', 'org_other', '2026-03-10'),
      release('org_community', s.officer('org_street')),
      accept('org_community', s.officer('org_other')),
      move('org_other', 'org_community', '2026-03-10'),
      release('org_other', s.officer('org_street')),
      accept('org_other', s.officer('org_community')),
      settle('org_community', '2026-03-09T16:00:00.000Z'),
    );
    both.when(settle('org_other', '2026-03-09T16:00:00.000Z')).then({
      type: 'LineMoveLapsed',
      data: { organizationId: 'org_other', toParentId: 'org_community', causeCode: 'CYCLE', warnings: ['CYCLE'] },
    });
  });
  it('ORG-08 one move at a time, to another line', () => {
    after(move('org_branch', 'org_other')).when(move('org_branch', 'org_street')).thenRejected('MOVE_PENDING');
    after().when(move('org_branch', 'org_community')).thenRejected('LINE_UNCHANGED');
    after().when(move('org_city', 'org_street')).thenRejected('STATE_NOT_ALLOWED');
  });
});
