import type { StreamType } from '@zhitong/eventing';
import { flagsStream } from '@zhitong/members/domain/flags/flags.stream.ts';
import { memberStream } from '@zhitong/members/domain/member/member.stream.ts';
import { objectionsStream } from '@zhitong/members/domain/objections/objections.stream.ts';
import { organizationsStreams } from '@zhitong/organizations/organizations.service.ts';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { shapesOf } from '../src/event-catalogue/history.ts';

export const root = fileURLToPath(new URL('../../../', import.meta.url));
export const history = join(root, 'proto', 'history');
export const streams: readonly StreamType[] = [memberStream, flagsStream, objectionsStream, ...organizationsStreams];

/** What stands before an event in a real log, where its fold asks for it. */
const openings: Readonly<Record<string, readonly string[]>> = {
  member: ['MemberRegistered', 'BranchAssigned', 'TransferRequested'],
  tree: ['OrganizationRegistered'],
};
const data = (stream: StreamType, type: string): object => {
  const newest = shapesOf(history, stream, type).at(-1);
  if (newest === undefined) throw new Error(`${type} has no sample`);
  return newest.data;
};
/** A merge names an organization beside the one the stream began with. */
const alsoRegistered = (stream: StreamType, text: string): readonly object[] =>
  stream.category === 'tree'
    ? [...new Set(text.match(/org_source\b/g))].map((organizationId) => ({ ...data(stream, 'OrganizationRegistered'), organizationId }))
    : [];

function stateBefore(stream: StreamType, type: string, sample: object): unknown {
  const opening = openings[stream.category] ?? stream.eventTypes.slice(0, 1);
  const before = opening.includes(type) ? opening.slice(0, opening.indexOf(type)) : opening;
  const state = before.reduce(
    (folded: unknown, earlier) => stream.decider.evolve(folded, { type: earlier, data: data(stream, earlier) }),
    stream.decider.initial,
  );
  return alsoRegistered(stream, JSON.stringify(sample)).reduce(
    (folded: unknown, other) => stream.decider.evolve(folded, { type: 'OrganizationRegistered', data: other }),
    state,
  );
}

export interface Sample {
  readonly stream: StreamType;
  readonly type: string;
  readonly version: number;
  readonly sample: object;
}

/** Every released shape of every event. */
export const samples: readonly Sample[] = streams.flatMap((stream) =>
  stream.eventTypes.flatMap((type) => shapesOf(history, stream, type).map((shape) => ({ stream, type, version: shape.version, sample: shape.data }))),
);

/** The state of a stream once the event, in the shape it was released in, has happened to it. */
export function stateAfter({ stream, type, sample }: Sample): unknown {
  const fact = { type, data: sample };
  return stream.decider.evolve(stateBefore(stream, type, sample), stream.upcast?.(fact) ?? fact);
}
