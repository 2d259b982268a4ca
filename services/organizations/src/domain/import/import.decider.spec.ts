import { describe, expect, it } from '@jest/globals';
import { given } from '@zhitong/testing';
import fc from 'fast-check';
import type { Import, ImportEvent } from './import-state.ts';
import { importDecider, type ImportCommand, type NoteChecked, type NoteWritten } from './import.decider.ts';

const importId = 'imp_1';
const at = '2026-03-02T01:00:00.000Z';
const due = '2026-03-03T01:00:00.000Z';
const file = { importId, organizationId: 'org_1', sheetCode: 'organizations' };
const opened: ImportEvent = { type: 'ImportOpened', data: { ...file, rows: 300, openedById: 'per_1', grantId: 'grt_1', expiresAt: due } };
const taken = (page: number, rows: number): ImportEvent => ({ type: 'ImportRowsTaken', data: { importId, page, rows, rowsRef: `txt_${page}` } });
const received: ImportEvent = { type: 'ImportReceived', data: { importId, pages: 2 } };
const whole = [opened, taken(0, 200), taken(1, 100), received];
const check = (page: number, fields: Partial<NoteChecked> = {}): NoteChecked => ({
  ...{ type: 'NoteChecked', page, right: 90, known: 7, wrong: 3, findingsRef: `txt_f${page}` },
  ...fields,
});
const { type: _check, ...firstNote } = check(0);
const checkedRows = (page: number): ImportEvent => ({ type: 'ImportRowsChecked', data: { importId, ...firstNote, page, findingsRef: `txt_f${page}` } });
const checkedAll: ImportEvent = { type: 'ImportChecked', data: { importId, right: 180, known: 14, wrong: 6 } };
const checked = [...whole, checkedRows(0), checkedRows(1), checkedAll];
const started: ImportEvent = { type: 'ImportStarted', data: { importId, startedById: 'per_1' } };
const write = (page: number, fields: Partial<NoteWritten> = {}): NoteWritten => ({
  ...{ type: 'NoteWritten', page, written: 88, known: 1, refused: 1, findingsRef: undefined },
  ...fields,
});
const writtenRows = (page: number, written = 88): ImportEvent => ({
  type: 'ImportRowsWritten',
  data: { importId, page, written, known: 1, refused: 1, findingsRef: undefined },
});
const asked: ImportEvent = { type: 'ImportCancelAsked', data: { importId, askedById: 'per_1' } };
const over = (sum: { readonly written: number; readonly known: number; readonly refused: number }, left: number, by = 'per_1'): ImportEvent => ({
  type: 'ImportCancelled',
  data: { ...file, cancelledById: by, ...sum, left },
});
const none = { written: 0, known: 0, refused: 0 };

describe('P31 an import', () => {
  it('P31 takes its rows in order, each page once, and is checked when all are there', () => {
    given(importDecider)
      .when({ type: 'Open', importId, organizationId: 'org_1', sheet: 'organizations', rows: 300, byId: 'per_1', grantId: 'grt_1', at })
      .then(opened);
    given(importDecider, opened).when({ type: 'TakeRows', page: 0, rows: 200, rowsRef: 'txt_0' }).then(taken(0, 200));
    given(importDecider, opened, taken(0, 200)).when({ type: 'TakeRows', page: 0, rows: 200, rowsRef: 'txt_x' }).then();
    given(importDecider, opened, taken(0, 200)).when({ type: 'TakeRows', page: 1, rows: 100, rowsRef: 'txt_1' }).then(taken(1, 100), received);
    given(importDecider, opened).when({ type: 'TakeRows', page: 1, rows: 100, rowsRef: 'txt_1' }).thenRejected('STATE_NOT_ALLOWED');
    given(importDecider, opened, taken(0, 200)).when({ type: 'TakeRows', page: 1, rows: 101, rowsRef: 'txt_1' }).thenRejected('STATE_NOT_ALLOWED');
    given(importDecider, ...whole)
      .when({ type: 'TakeRows', page: 2, rows: 1, rowsRef: 'txt_2' })
      .thenRejected('STATE_NOT_ALLOWED');
    given(importDecider).when({ type: 'Start', byId: 'per_1' }).thenRejected('NOT_FOUND');
  });
  it('P31 writes nothing before every row is checked, and nothing where no row is right', () => {
    given(importDecider, ...whole)
      .when(check(0))
      .then(checkedRows(0));
    given(importDecider, ...whole, checkedRows(0))
      .when({ type: 'Start', byId: 'per_1' })
      .thenRejected('STATE_NOT_ALLOWED');
    given(importDecider, ...whole, checkedRows(0))
      .when(check(0))
      .then();
    given(importDecider, ...whole, checkedRows(0))
      .when(check(1))
      .then(checkedRows(1), checkedAll);
    given(importDecider, ...checked)
      .when({ type: 'Start', byId: 'per_1' })
      .then(started);
    given(importDecider, ...checked, started)
      .when({ type: 'Start', byId: 'per_2' })
      .then();
    const onlyWrong: ImportEvent[] = [
      ...whole,
      ...[0, 1].map((page): ImportEvent => ({ type: 'ImportRowsChecked', data: { importId, page, right: 0, known: 0, wrong: 9 } })),
    ];
    given(importDecider, ...onlyWrong, checkedAll)
      .when({ type: 'Start', byId: 'per_1' })
      .thenRejected('STATE_NOT_ALLOWED');
  });
  it('P31 counts what it writes, page by page, and says at the end what came of it', () => {
    given(importDecider, ...checked, started)
      .when(write(0))
      .then(writtenRows(0));
    given(importDecider, ...checked, started)
      .when(write(1))
      .then();
    given(importDecider, ...checked, started, writtenRows(0))
      .when(write(0))
      .then();
    given(importDecider, ...checked, started, writtenRows(0))
      .when(write(1))
      .then(writtenRows(1), { type: 'ImportFinished', data: { ...file, written: 176, known: 2, refused: 2 } });
    given(importDecider, ...checked)
      .when(write(0))
      .then();
  });
  it('P31 cancelled while it writes finishes the rows in hand, and says how many are written and how many are not', () => {
    given(importDecider, ...checked, started, writtenRows(0))
      .when({ type: 'Cancel', byId: 'per_1' })
      .then(asked);
    given(importDecider, ...checked, started, writtenRows(0), asked)
      .when({ type: 'Cancel', byId: 'per_1' })
      .then();
    given(importDecider, ...checked, started, writtenRows(0), asked)
      .when(write(1, { written: 20, known: 0, refused: 0 }))
      .then(
        { type: 'ImportRowsWritten', data: { importId, page: 1, written: 20, known: 0, refused: 0, findingsRef: undefined } },
        over({ written: 108, known: 1, refused: 1 }, 70),
      );
    for (const past of [[opened], whole, checked])
      expect(importDecider.decide(past.reduce<Import>(importDecider.evolve, null), { type: 'Cancel', byId: 'per_1' })).toEqual([
        over(none, past === checked ? 180 : 0),
      ]);
    given(importDecider, ...checked, over(none, 180))
      .when({ type: 'Start', byId: 'per_1' })
      .thenRejected('STATE_NOT_ALLOWED');
    given(importDecider, ...checked, started, writtenRows(0), writtenRows(1), { type: 'ImportFinished', data: { ...file, ...none } })
      .when({ type: 'Cancel', byId: 'per_1' })
      .thenRejected('STATE_NOT_ALLOWED');
  });
  it('SEC-22 expires after 24 hours and not before; what was open is over then', () => {
    const expired: ImportEvent = { type: 'ImportExpired', data: { importId, expiredAt: due } };
    given(importDecider, ...checked)
      .when({ type: 'Expire', at: '2026-03-03T00:59:59.999Z' })
      .then();
    given(importDecider, ...checked)
      .when({ type: 'Expire', at: due })
      .then(over(none, 180, 'system:import-expiry'), expired);
    given(importDecider, ...checked, over(none, 180))
      .when({ type: 'Expire', at: due })
      .then(expired);
    given(importDecider, ...checked, over(none, 180), expired)
      .when({ type: 'Expire', at: due })
      .then();
  });
  it('P31 counts each right row once, whatever order commands come in', () => {
    const page = fc.nat(2);
    const by = { byId: 'per_1' };
    const command: fc.Arbitrary<ImportCommand> = fc.oneof(
      page.map((nth): ImportCommand => ({ type: 'TakeRows', page: nth, rows: nth === 0 ? 200 : 100, rowsRef: `txt_${nth}` })),
      page.map((nth): ImportCommand => check(nth)),
      page.map((nth): ImportCommand => write(nth)),
      fc.constant<ImportCommand>({ type: 'Start', ...by }),
      fc.constant<ImportCommand>({ type: 'Cancel', ...by }),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        let state: Import = importDecider.evolve(null, opened);
        for (const next of commands) {
          let events: readonly ImportEvent[] = [];
          try {
            events = importDecider.decide(state, next);
          } catch {
            continue;
          }
          for (const event of events) {
            state = importDecider.evolve(state, event);
            if (event.type !== 'ImportCancelled') continue;
            const { written, known, refused, left } = event.data;
            expect(written + known + refused + left).toBe(state?.checked.right);
          }
          expect((state?.writtenPages ?? 0) > 0 && (state?.checkedPages ?? 0) < 2).toBe(false);
        }
      }),
    );
  });
});
