import type { EventOf } from '@zhitong/kernel';
import type { FlagEvents } from '@zhitong/contracts/events/zhitong/members/v1/flag_events.ts';

/** What authorised bodies have set on a person (MEM-05). */
export type FlagEvent = EventOf<FlagEvents>;
