import { describe, expect, it } from '@jest/globals';
import { eventId } from '@zhitong/eventing';

const place = { stream: 'members.member-per_1', version: 7, commandId: 'c7f67880-b96d-5164-9635-cc1602c719c7' };

describe('the id of an event', () => {
  it('is the same for ever: others have written it down', () => {
    expect(eventId(place)).toBe('92438e9b-362f-5ae8-88ae-cfc3f6f239e3');
  });

  it('is another for each stream, version and command', () => {
    const others = [place, { ...place, stream: 'members.member-per_2' }, { ...place, version: 8 }, { ...place, commandId: 'other' }];
    expect(new Set(others.map(eventId)).size).toBe(4);
  });
});
