import type { ParticipationKind } from '@zhitong/catalogue';
import type { ParticipationEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/participation_events.ts';
import type { Decider, EventOf } from '@zhitong/kernel';

export type ParticipationEvent = EventOf<ParticipationEvents>;

/** Whether somebody took part on an occasion; told again when that is put right. */
export interface NoteParticipation {
  readonly type: 'NoteParticipation';
  readonly organizationId: string;
  readonly partnerId: string;
  readonly year: string;
  readonly kind: ParticipationKind;
  readonly occasionId: string;
  readonly personId?: string | undefined;
  readonly heldOn: string;
  readonly tookPart: boolean;
}

interface Fact {
  readonly occasionId: string;
  readonly personId?: string | undefined;
}
/** One fact: a person at a meeting, or an action. */
export const factKey = ({ occasionId, personId }: Fact): string => (personId === undefined ? occasionId : `${occasionId}.${personId}`);

/** What one organization took part in of another in a year (ORG-27): each fact is counted once, and no more once it is put right. */
export const participationDecider: Decider<ReadonlySet<string>, NoteParticipation, ParticipationEvent> = {
  initial: new Set(),
  decide(counted, { type: _type, year: periodCode, kind: kindCode, tookPart, ...fact }) {
    if (tookPart === counted.has(factKey(fact))) return [];
    return [{ type: tookPart ? 'ParticipationCounted' : 'ParticipationReversed', data: { ...fact, periodCode, kindCode } }];
  },
  evolve(counted, { type, data }) {
    const after = new Set(counted);
    if (type === 'ParticipationCounted') after.add(factKey(data));
    else after.delete(factKey(data));
    return after;
  },
};
