import { describe, expect, it } from '@jest/globals';
import { eventId, namedIds } from '@zhitong/eventing';
import { v5 } from 'uuid';

const place = { stream: 'members.member-per_1', version: 7, commandId: 'c7f67880-b96d-5164-9635-cc1602c719c7' };

describe('the id of a name', () => {
  it.each(['', 'members.member-per_1#7', '莲花街道第一支部', 'x'.repeat(1000), ...Array.from({ length: 50 }, (_, n) => `name ${n}`)])(
    'is its uuid v5 (%j)',
    (name) => {
      const namespace = '0b0d5c34-6d33-5d0e-8a3c-6d6f6a2f9a11';
      expect(namedIds(namespace)(name)).toBe(v5(name, namespace));
    },
  );
});

describe('the id of an event', () => {
  it('is the same for ever: others have written it down', () => {
    expect(eventId(place)).toBe('92438e9b-362f-5ae8-88ae-cfc3f6f239e3');
  });

  it('is another for each stream, version and command', () => {
    const others = [place, { ...place, stream: 'members.member-per_2' }, { ...place, version: 8 }, { ...place, commandId: 'other' }];
    expect(new Set(others.map(eventId)).size).toBe(4);
  });
});
