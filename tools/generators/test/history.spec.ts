import { describe, expect, it } from '@jest/globals';
import { restrictedCategories } from '@zhitong/catalogue';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { missingShapes } from '../src/event-catalogue/history.ts';
import { readImage } from '../src/event-catalogue/image.ts';
import { history, root, samples, stateAfter, streams } from './histories.ts';

const image = readImage(join(root, 'proto'));

describe('released shapes of events', () => {
  it.each(samples)('$stream.category $type v$version is understood by the fold of today', (sample) => {
    expect(stateAfter(sample)).toBeDefined();
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
