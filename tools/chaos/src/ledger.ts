import type { LedgerEntry } from '@zhitong/testing/checker/observation.ts';

type Outcome = LedgerEntry['outcome'];

/** What clients keep outside the system: a command is written down before it is sent, and then what came back. */
export class Ledger {
  readonly #outcomes = new Map<string, Outcome>();
  readonly #amounts = new Map<string, number>();

  sending(commandId: string, amount: number): void {
    this.#amounts.set(commandId, amount);
    if (!this.#outcomes.has(commandId)) this.#outcomes.set(commandId, { kind: 'unknown' });
  }

  answered(commandId: string, outcome: Outcome): void {
    this.#outcomes.set(commandId, outcome);
  }

  /** What all commands with a receipt have added. */
  get added(): number {
    return [...this.#outcomes].reduce((sum, [id, { kind }]) => (kind === 'receipt' ? sum + (this.#amounts.get(id) ?? 0) : sum), 0);
  }

  count(kind: Outcome['kind']): number {
    return [...this.#outcomes.values()].filter((outcome) => outcome.kind === kind).length;
  }

  entries(): readonly LedgerEntry[] {
    return [...this.#outcomes].map(([commandId, outcome]) => ({ commandId, outcome }));
  }
}
