import { codeList, type CodeOf } from '@zhitong/kernel';

/** What can be imported: each has its sheet. */
export const sheetCodes = codeList('organizations', 'units');
export type SheetCode = CodeOf<typeof sheetCodes>;

/** `receiving -> checking -> checked -> writing -> finished`; `writing -> cancelling -> cancelled`, before that `-> cancelled` at once; any `-> expired` after a day. */
export const importStates = codeList('receiving', 'checking', 'checked', 'writing', 'cancelling', 'finished', 'cancelled', 'expired');
export type ImportState = CodeOf<typeof importStates>;

/** `wrong`: it will not be written as it stands. `known`: it is in already. `refused`: it was right when it was checked, and was refused when it was written. */
export const findingKinds = codeList('wrong', 'known', 'refused');
export type FindingKind = CodeOf<typeof findingKinds>;

/** Lists that may be taken out as a file. */
export const listCodes = codeList('organizations', 'units');
export type ListCode = CodeOf<typeof listCodes>;

/** Their columns, in order; none names a person. */
export const exportColumns = {
  organizations: codeList('name', 'kind', 'level', 'sector', 'state', 'line', 'place', 'placeCode', 'full', 'provisional', 'id'),
  units: codeList(
    ...([
      'name',
      'keeper',
      'ledger',
      'state',
      'staff',
      'full',
      'revenue',
      'figuresOn',
      'dueSince',
      'overdue',
      'covering',
      'work',
      'exemptUntil',
      'id',
    ] as const),
  ),
} as const;
