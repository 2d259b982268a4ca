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
