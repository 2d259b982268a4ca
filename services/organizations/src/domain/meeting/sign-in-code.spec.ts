import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { digitsOf, windowAt, windowsTaken } from './sign-in-code.ts';

const at = '2026-03-02T01:00:00.000Z';
const after = (ms: number) => new Date(Date.parse(at) + ms).toISOString();

describe('ORG-36 the code in the room', () => {
  it('ORG-36 changes each half of its time and is taken for the whole of it, to the millisecond', () => {
    const { number, shownUntil, takenUntil } = windowAt(at, 60);
    expect([shownUntil, takenUntil]).toEqual([after(30_000), after(60_000)]);
    expect(windowAt(after(29_999), 60).number).toBe(number);
    expect(windowAt(after(30_000), 60).number).toBe(number + 1);
    expect(windowsTaken(after(59_999), 60)).toContain(number);
    expect(windowsTaken(after(60_000), 60)).not.toContain(number);
    expect(windowsTaken(after(-1), 60)).not.toContain(number);
  });
  it('ORG-36 lives as long as the setting says, whatever it says', () =>
    fc.assert(
      fc.property(fc.integer({ min: 15, max: 300 }), fc.integer({ min: 0, max: 600_000 }), (seconds, ms) => {
        const { number, takenUntil } = windowAt(after(ms), seconds);
        const left = Date.parse(takenUntil) - Date.parse(after(ms));
        expect(left).toBeGreaterThan(seconds * 500);
        expect(left).toBeLessThanOrEqual(seconds * 1000);
        expect(windowsTaken(new Date(Date.parse(takenUntil) - 1).toISOString(), seconds)).toContain(number);
        expect(windowsTaken(takenUntil, seconds)).not.toContain(number);
      }),
    ));
  it('ORG-36 has six digits, leading zeros among them', () => {
    expect(digitsOf(Buffer.from([0, 0, 0, 0, 0, 7]).toString('base64url'))).toBe('000007');
    expect(digitsOf(Buffer.from([0, 0, 0, 0x0f, 0x42, 0x41]).toString('base64url'))).toBe('000001');
  });
});
