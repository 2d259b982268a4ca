import { describe, expect, it } from '@jest/globals';
import { merged, threeWay, undecided, type Outcome } from '../src/ui/forms/merge.ts';

const base = { text: 'old', due: '2026-11-23', urgent: false, lines: ['a'] };
const outcomes = (mine: object, theirs: object): Readonly<Record<string, Outcome>> =>
  Object.fromEntries(threeWay(base, { ...base, ...mine }, { ...base, ...theirs }).map(({ name, outcome }) => [name, outcome]));

describe('merging a form with what others changed since it was opened (console 3.3)', () => {
  it('takes what only one side changed', () => {
    expect(outcomes({ text: 'mine' }, { due: '2026-12-01' })).toEqual({ text: 'mine', due: 'theirs', urgent: 'same', lines: 'same' });
    const fields = threeWay(base, { ...base, text: 'mine' }, { ...base, due: '2026-12-01' });
    expect(undecided(fields, {})).toEqual([]);
    expect(merged(fields, {})).toEqual({ ...base, text: 'mine', due: '2026-12-01' });
  });
  it('leaves to the person what both changed to something else, and sends nothing of it undecided', () => {
    const fields = threeWay(base, { ...base, text: 'mine' }, { ...base, text: 'theirs' });
    expect(undecided(fields, {})).toEqual(['text']);
    expect(undecided(fields, { text: 'mine' })).toEqual([]);
    expect(merged(fields, { text: 'mine' })['text']).toBe('mine');
    expect(merged(fields, { text: 'theirs' })['text']).toBe('theirs');
  });
  it('sees no conflict where both changed to the same', () => {
    expect(outcomes({ lines: ['b'] }, { lines: ['b'] })['lines']).toBe('same');
  });
  it('sees nothing in the ways a form holds an empty field', () => {
    const fields = threeWay({ due: null }, { due: '', urgent: false, note: undefined }, { due: undefined });
    expect(fields.map(({ outcome }) => outcome)).toEqual(['same', 'same', 'same']);
  });
  it('keeps what was cleared cleared', () => {
    const fields = threeWay(base, { ...base, due: '' }, base);
    expect(merged(fields, {})['due']).toBe('');
  });
  it('keeps fields that only this form has', () => {
    const fields = threeWay({ text: 'old' }, { text: 'old', reason: 'because' }, { text: 'theirs' });
    expect(merged(fields, {})).toEqual({ text: 'theirs', reason: 'because' });
  });
});
