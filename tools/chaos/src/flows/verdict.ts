import type { EventOf } from '@zhitong/kernel';
import type { MemberEvents } from '@zhitong/contracts/events/zhitong/members/v1/member_events.ts';
import type { QuotaRoundEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/quotaround_events.ts';
import type { TreeEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/tree_events.ts';
import type { RecordedEvent } from '@zhitong/eventing';
import type { Decided } from './restructuring.ts';

type Of<Event, Type> = Extract<Event, { readonly type: Type }>;

/** Facts of one type, whichever stream they stand on. */
function* ofType<Event extends EventOf<MemberEvents> | EventOf<TreeEvents> | EventOf<QuotaRoundEvents>, Type extends Event['type']>(
  events: readonly RecordedEvent[],
  type: Type,
): Generator<{ readonly event: RecordedEvent; readonly data: Of<Event, Type>['data'] }> {
  for (const event of events) if (event.type === type) yield { event, data: event.data as Of<Event, Type>['data'] };
}

const moves = (events: readonly RecordedEvent[]) => [...ofType<EventOf<MemberEvents>, 'BranchAssigned'>(events, 'BranchAssigned')];

/** each member left where it was and joined in one fact, and is in the end where it was to be. */
export function* homesAreRight(events: readonly RecordedEvent[], expected: ReadonlyMap<string, string>): Generator<string> {
  const asked = new Map(expected);
  for (const { data } of ofType<EventOf<TreeEvents>, 'SplitApproved'>(events, 'SplitApproved'))
    for (const { organizationId, memberIds } of data.parts) for (const personId of memberIds) asked.set(personId, organizationId);
  const homes = new Map<string, string | undefined>();
  for (const { event, data } of moves(events).sort((one, other) => one.event.version - other.event.version)) {
    if (homes.get(data.personId) !== data.fromBranchId) yield `${event.stream}@${String(event.version)} leaves ${String(data.fromBranchId)}, being elsewhere`;
    homes.set(data.personId, data.branchId);
  }
  for (const [personId, branchId] of asked) if (homes.get(personId) !== branchId) yield `${personId} is in ${String(homes.get(personId))}, not in ${branchId}`;
}

/** nothing is done before the last member has moved. */
export function* doneOnceAllHaveMoved(events: readonly RecordedEvent[], { sources }: Pick<Decided, 'sources'>): Generator<string> {
  for (const sourceId of sources) {
    const done = [...ofType<EventOf<TreeEvents>, 'OrganizationDissolved'>(events, 'OrganizationDissolved')].filter(
      ({ data }) => data.organizationId === sourceId,
    );
    if (done.length !== 1) yield `${sourceId} was dissolved ${String(done.length)} times`;
    const doneAt = done[0]?.event.recordedAt ?? '';
    const late = moves(events).filter(({ event, data }) => data.fromBranchId === sourceId && event.recordedAt > doneAt);
    if (late.length > 0) yield `${sourceId} was done at ${doneAt}, and ${String(late.length)} members left it later`;
  }
}

/** the duty of a dissolved branch is its successor's. */
export function* dutiesWentOn(events: readonly RecordedEvent[], { directiveId }: Pick<Decided, 'directiveId'>, successorId: string): Generator<string> {
  const stream = `organizations.receipt-${directiveId}.${successorId}`;
  if (!events.some((event) => event.stream === stream)) yield `${directiveId} went to nobody when its addressee was dissolved`;
}

/** a period owes by the number of its first day, and is closed once. */
export function* periodsKeepTheirNumber(events: readonly RecordedEvent[], kindCode: string, neededIn: ReadonlyMap<string, number>): Generator<string> {
  const closed = [...ofType<EventOf<QuotaRoundEvents>, 'MeetingQuotasClosed'>(events, 'MeetingQuotasClosed')];
  const rounds = Map.groupBy(closed, ({ data }) => `${data.organizationId} in ${data.monthCode}`);
  for (const [name, those] of rounds) if (those.length > 1) yield `${name} was closed ${String(those.length)} times`;
  for (const [month, needed] of neededIn) {
    const owed = closed.filter(({ data }) => data.monthCode === month).flatMap(({ data }) => data.owed.filter((quota) => quota.kindCode === kindCode));
    if (owed.length === 0) yield `nobody owed a ${kindCode} in ${month}`;
    for (const quota of owed) if (quota.needed !== needed) yield `${month} owed ${String(quota.needed)} of ${kindCode}, not ${String(needed)}`;
  }
}
