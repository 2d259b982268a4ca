import { describe, expect, it } from '@jest/globals';
import { withRow } from '../src/report.ts';
import { verdict, type Row } from '../src/rows.ts';

const page = ['# Performance', '', '| row | ratio |', '|---|---|', '| E2 | 5 |', '| P1 | 1 |', '', 'Below the table.'].join('\n');
const rowsOf = (text: string) => text.split('\n').filter((each) => /^\| [EP]/.test(each));

describe('the page of measurements', () => {
  it('keeps the rows that were not run and what stands around them', () => {
    const after = withRow(page, '| E2 | 9 |');
    expect(rowsOf(after)).toEqual(['| E2 | 9 |', '| P1 | 1 |']);
    expect(after).toContain('\n\nBelow the table.');
  });
  it('sorts a new row in by number', () => {
    expect(rowsOf(withRow(page, '| E10 | 2 |'))).toEqual(['| E2 | 5 |', '| E10 | 2 |', '| P1 | 1 |']);
  });
  it('lets a noisy row neither pass nor fail', () => {
    const none = () => Promise.resolve(0);
    const row: Row = { id: 'E1', what: '', against: '', reach: 1, ours: none, theirs: none };
    const ratio = { median: 2, lowest: 1, highest: 3, ours: 2, theirs: 1 };
    expect(verdict(row, { ...ratio, noisy: true })).toBe('noisy');
    expect(verdict(row, { ...ratio, noisy: false })).toBe('reached');
    expect(verdict({ ...row, times: true }, { ...ratio, noisy: false })).toBe('short');
  });
});
