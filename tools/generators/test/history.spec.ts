import { describe, expect, it } from '@jest/globals';
import { restrictedCategories } from '@zhitong/catalogue';
import type { StreamType } from '@zhitong/eventing';
import { flagsStream } from '@zhitong/members/domain/flags/flags.stream.ts';
import { memberStream } from '@zhitong/members/domain/member/member.stream.ts';
import { objectionsStream } from '@zhitong/members/domain/objections/objections.stream.ts';
import { organizationsService } from '@zhitong/organizations/organizations.service.ts';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { missingShapes, shapesOf } from '../src/event-catalogue-history.ts';
import { readImage } from '../src/event-catalogue-image.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const history = join(root, 'proto', 'history');
const image = readImage(join(root, 'proto'));
const streams: readonly StreamType[] = [memberStream, flagsStream, objectionsStream, ...organizationsService.streams];

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

const samples = streams.flatMap((stream) =>
  stream.eventTypes.flatMap((type) => shapesOf(history, stream, type).map((shape) => ({ stream, type, version: shape.version, sample: shape.data }))),
);

describe('released shapes of events', () => {
  it.each(samples)('$stream.category $type v$version is understood by the fold of today', ({ stream, type, sample }) => {
    const fact = { type, data: sample };
    expect(stream.decider.evolve(stateBefore(stream, type, sample), stream.upcast?.(fact) ?? fact)).toBeDefined();
  });

  it('the streams know exactly the events of the protos', () => {
    const declared = image.aggregates.map(({ context, category, events }) => [`${context}.${category}`, events.map(({ name }) => name)]);
    expect(Object.fromEntries(streams.map(({ context, category, eventTypes }) => [`${context}.${category}`, [...eventTypes]]))).toEqual(
      Object.fromEntries(declared),
    );
  });

  it.each(streams)('$context.$category is on the topic that its stream says', ({ context, category, restricted = false }) => {
    expect(restrictedCategories.has(`${context}.${category}`)).toBe(restricted);
  });

  it('every event has a sample of the shape it has now', () => {
    expect([...missingShapes(image, history).keys()]).toEqual([]);
  });

  it('no sample was left without its event: what was once released can still be read', () => {
    const known = new Set(streams.flatMap(({ context, category, eventTypes }) => eventTypes.map((type) => `${context}/${category}/${type}`)));
    const kept = readdirSync(history, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
    expect(kept.filter((name) => !known.has(name.replace(/\.v\d+\.json$/, '')))).toEqual([]);
  });
});
