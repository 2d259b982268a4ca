import type { EventOf } from '@zhitong/kernel';
import type { MemberEvents } from '@zhitong/contracts/events/zhitong/members/v1/member_events.ts';

/** Facts about one person's membership 党籍 and its transfers 组织关系接转. */
export type MemberEvent = EventOf<MemberEvents>;

/** The fact of one name. */
export type MemberFact<Type extends MemberEvent['type']> = Extract<MemberEvent, { readonly type: Type }>;
