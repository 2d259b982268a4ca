import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { amend, defineProjection, fromEvery, put, type Change, type Changes, type Recorded } from '@zhitong/eventing';
import { shanghaiDate } from '@zhitong/kernel';
import type { Level, OrganizationKind, OrganizationState } from '@zhitong/catalogue';
import type { OrganizationNode, ServiceEnv, TreeView } from '@zhitong/platform';
import { nodeChanges, type TreeEvent } from '@zhitong/platform/access/tree-nodes.ts';

/** Later than every date. */
export const forever = '9999-12-31';

/** An organization as it was from a day on, until the day before `toOn`. */
export interface OrganizationValidityRow {
  readonly organizationId: string;
  readonly name: string;
  readonly kind: OrganizationKind;
  readonly level: Level;
  readonly state: OrganizationState;
  readonly lineParentId: string | null;
  readonly placeParentId: string | null;
  readonly fromOn: string;
  /** First day it no longer holds. */
  readonly toOn: string;
  /** Tree version that opened the interval: the later one wins where two begin on a day. */
  readonly version: number;
  readonly recordedAt: string;
  /** When the end became known; null while open. */
  readonly closedAt: string | null;
}

const validityKey = (organizationId: string, version: number): string => `${organizationId}@${version}`;

/** These take effect on the day they name; what is only asked for or approved changes the state on the day it happens. */
const dated: ReadonlySet<TreeEvent['type']> = new Set<TreeEvent['type']>([
  'OrganizationRegistered',
  'OrganizationApproved',
  'OrganizationKindChanged',
  'ManagingLineChanged',
  'PlaceChanged',
  'OrganizationDissolved',
]);
const effectiveOn = ({ type, data, occurredAt }: Recorded<TreeEvent>): string =>
  dated.has(type) && 'effectiveOn' in data ? data.effectiveOn : shanghaiDate(occurredAt);

function opened(node: OrganizationNode, event: Recorded<TreeEvent>): Change<OrganizationValidityRow> {
  const { organizationId, name, kind, level, state, lineParentId, placeParentId } = node;
  const { version, recordedAt } = event;
  const row = {
    organizationId,
    name,
    kind,
    level,
    state,
    lineParentId,
    placeParentId,
    fromOn: effectiveOn(event),
    toOn: forever,
    version,
    recordedAt,
    closedAt: null,
  };
  return put(validityKey(organizationId, version), row);
}

const closed = ({ organizationId, changed }: OrganizationNode, event: Recorded<TreeEvent>) =>
  amend<OrganizationValidityRow>(validityKey(organizationId, changed), (row) => ({ ...row, toOn: effectiveOn(event), closedAt: event.recordedAt }));

/** Each event closes the interval its organization was in and opens the next; which one that is, the tree before it knows. */
async function intervals(event: Recorded<TreeEvent>, { tree }: Pick<ServiceEnv, 'tree'>): Promise<Changes<OrganizationValidityRow>> {
  const [before, after]: [TreeView, TreeView] = [await tree.at(event.version - 1), await tree.at(event.version)];
  return nodeChanges(event, event.version).flatMap(({ organizationId }) => {
    const [was, is] = [before.node(organizationId), after.node(organizationId)];
    return [...(was === undefined ? [] : [closed(was, event)]), ...(is === undefined ? [] : [opened(is, event)])];
  });
}

/** The tree by date (ORG-13): interval rows, read by index. */
export const organizationValidity = defineProjection<OrganizationValidityRow, ServiceEnv>({
  name: 'organization-validity',
  version: 1,
  indexes: [
    ['organizationId', 'fromOn'],
    ['lineParentId', 'fromOn'],
    ['placeParentId', 'fromOn'],
  ],
  sources: [fromEvery<TreeEvent>(aggregates.organizations.tree)(intervals)],
});
