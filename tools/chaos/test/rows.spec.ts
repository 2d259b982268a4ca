import { describe, expect, it } from '@jest/globals';
import { regressions, replayed } from '../src/regressions.ts';
import { Ledger } from '../src/ledger.ts';
import { nameOf } from '../src/row.ts';
import { rows } from '../src/rows/index.ts';

describe('the rows of a chaos run', () => {
  it('are told apart by id and runtime', () => {
    expect(new Set(rows.map(({ id, runtime }) => `${id}/${runtime}`)).size).toBe(rows.length);
    for (const row of rows) expect(nameOf(row)).toMatch(/^(REL|X)-\d{2} .+ \((embedded|distributed)\)$/);
  });

  it('replay every seed that has failed once', () => {
    expect(rows.flatMap(replayed)).toHaveLength(regressions.length);
  });
});

describe('the ledger', () => {
  it('knows nothing of a command until it is answered, and adds up what has a receipt', () => {
    const ledger = new Ledger();
    for (const [id, amount] of [
      ['done', 3],
      ['refused', 5],
      ['lost', 7],
    ] as const)
      ledger.sending(id, amount);
    ledger.answered('done', { kind: 'receipt', stream: 's', version: 2 });
    ledger.answered('refused', { kind: 'refused' });
    expect(ledger.entries().map(({ commandId, outcome }) => [commandId, outcome.kind])).toEqual([
      ['done', 'receipt'],
      ['refused', 'refused'],
      ['lost', 'unknown'],
    ]);
    expect(ledger.added).toBe(3);
  });
});
