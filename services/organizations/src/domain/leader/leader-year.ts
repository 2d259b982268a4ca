import { addDays } from '@zhitong/kernel';

/** ORG-42: who is behind is warned on 1 October. */
export const warnedOn = (year: string): string => `${year}-10-01`;

const graceDays = 5;
/** ORG-42: a year is closed on 5 January of the next one. */
export const closedOn = (year: string): string => addDays(`${year}-12-31`, graceDays);

/** The year that is not closed yet on a day and began first. */
export const openYear = (day: string): string => addDays(day, 1 - graceDays).slice(0, 4);
