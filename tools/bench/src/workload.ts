import { recordCommit, type NewCommit, type RecordedEvent } from '@zhitong/eventing';
import { randomUUID } from 'node:crypto';
import { rate } from './measure.ts';

const event = (n: number) => ({ type: 'OrganizationRelocated', data: { organizationId: `org_${n}`, placeParentId: 'org_place', effectiveOn: '2026-01-01' } });

/** A commit of events of an ordinary size, decided on a version. */
export const commit = (stream: string, expectedVersion: number, size = 1): NewCommit => ({
  stream,
  expectedVersion,
  events: Array.from({ length: size }, (_, index) => event(expectedVersion + index)),
  commandId: randomUUID(),
  bodyHash: 'bench',
  metadata: { occurredAt: '2026-01-01T00:00:00.000Z', actorId: 'system:bench', correlationId: 'bench' },
});

/** The first events of a stream as readers get them, in one commit. */
export const recorded = (stream: string, size: number): readonly RecordedEvent[] => recordCommit(commit(stream, 0, size), '2026-01-01T00:00:00.000Z', 1).events;

export const newStream = () => `organizations.bench-${randomUUID()}`;

/** Events per second of callers that append to a stream each, one commit after the other. */
export const appendsTo = (append: (commit: NewCommit) => Promise<unknown>, callers: number, each: number, size = 1): Promise<number> =>
  rate(callers * each * size, async () => {
    await Promise.all(
      Array.from({ length: callers }, async () => {
        const stream = newStream();
        for (let n = 0; n < each; n++) await append(commit(stream, n * size, size));
      }),
    );
  });
