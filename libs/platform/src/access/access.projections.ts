import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, from, fromEvery, type AnyProjection, type Changes, type Recorded } from '@zhitong/eventing';
import { roles, views } from '@zhitong/catalogue';
import type { EventOf } from '@zhitong/kernel';
import type { GrantsEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/grants_events.ts';
import type { SettingEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/setting_events.ts';
import type { Grant, GrantsRow } from './access.port.ts';
import { nodeChanges, type TreeEvent } from './tree-nodes.ts';
import type { OrganizationNode } from './tree.port.ts';

export type GrantsEvent = EventOf<GrantsEvents>;
export type SettingEvent = EventOf<SettingEvents>;

const changesOf = (event: Recorded<TreeEvent>): Changes<OrganizationNode> =>
  nodeChanges(event, event.version).map(({ organizationId, fold }) => ({ key: organizationId, fold }));

/** The tree as rows: the newest state of every organization; `changed` finds what a process has not taken in. */
export const treeNodesProjection = defineProjection<OrganizationNode>({
  name: 'tree-nodes',
  version: 1,
  indexes: [['changed']],
  sources: [fromEvery<TreeEvent>(aggregates.organizations.tree)(changesOf)],
});

/** A proposed grant waits here without giving anything. */
interface GrantsState extends GrantsRow {
  readonly proposed: readonly Grant[];
}

const onPerson = (event: Recorded<GrantsEvent>, change: (row: GrantsState) => Partial<GrantsState>): Changes<GrantsState> => ({
  key: event.data.personId,
  fold: (before) => {
    const row = before ?? { personId: event.data.personId, version: 0, grants: [], proposed: [] };
    return { ...row, ...change(row), version: event.version };
  },
});

const grantOf = ({ data }: Recorded<GrantsEvent, 'GrantProposed' | 'GrantGiven'>): Grant => ({
  grantId: data.grantId,
  role: roles.parse(data.role),
  organizationId: data.organizationId,
  view: views.parse(data.view),
  from: data.fromDate,
  until: data.untilDate ?? null,
});
const without = (grants: readonly Grant[], grantId: string) => grants.filter((grant) => grant.grantId !== grantId);

/** Ended on a day: valid to the end of that day, never longer than it was given for. */
const endedOn = (grants: readonly Grant[], grantId: string, day: string): readonly Grant[] =>
  grants.map((grant) => (grant.grantId === grantId && (grant.until === null || grant.until > day) ? { ...grant, until: day } : grant));

/** What each person may do, in every service. */
export const grantsProjection = defineProjection<GrantsState>({
  name: 'grants',
  version: 1,
  indexes: [],
  sources: [
    from<GrantsEvent>(aggregates.organizations.grants)({
      GrantProposed: (event) => onPerson(event, (row) => ({ proposed: [...row.proposed, grantOf(event)] })),
      GrantConfirmed: (event) => {
        const { grantId } = event.data;
        return onPerson(event, (row) => ({
          grants: [...row.grants, ...row.proposed.filter((grant) => grant.grantId === grantId)],
          proposed: without(row.proposed, grantId),
        }));
      },
      GrantGiven: (event) => onPerson(event, (row) => ({ grants: [...row.grants, grantOf(event)] })),
      GrantRevoked: (event) => {
        const { grantId } = event.data;
        return onPerson(event, (row) => ({ grants: without(row.grants, grantId), proposed: without(row.proposed, grantId) }));
      },
      GrantEnded: (event) => onPerson(event, (row) => ({ grants: endedOn(row.grants, event.data.grantId, event.data.endedOn) })),
    }),
  ],
});

/** One change of a setting; a setting's row holds all of them, a handful in its life. */
export interface SettingChange {
  readonly organizationId: string;
  readonly valueJson: string;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly changedById: string;
  readonly reasonRef: string;
}
export interface SettingChanges {
  readonly key: string;
  readonly version: number;
  readonly changes: readonly SettingChange[];
}

export const settingsProjection = defineProjection<SettingChanges>({
  name: 'settings',
  version: 1,
  indexes: [['version']],
  sources: [
    from<SettingEvent>(aggregates.organizations.setting)({
      SettingChanged: ({ data, version, recordedAt }) => ({
        key: data.settingCode,
        fold: (row) => {
          const { settingCode: key, organizationId, valueJson, effectiveOn, changedById, reasonRef } = data;
          const change = { organizationId, valueJson, effectiveOn, recordedAt, changedById, reasonRef };
          return { key, version, changes: [...(row?.changes ?? []), change] };
        },
      }),
    }),
  ],
});

export const accessProjections: readonly AnyProjection[] = [treeNodesProjection, grantsProjection, settingsProjection];
