import { addDays, addMonths } from '@zhitong/kernel';

/** What the year's rules owe by the calendar, written down here a second time and apart from the product (requirements 1.4, ORG-38). */
export interface Period {
  readonly firstOn: string;
  /** At the beginning of this day it is closed. */
  readonly closedOn: string;
  readonly lastOn: string;
}

const closeDay = 5;

/** The periods of so many months each that make up a year. */
export function periodsOf(year: number, months: 1 | 3 | 12): readonly Period[] {
  return Array.from({ length: 12 / months }, (_, index) => {
    const firstOn = addMonths(`${year}-01-01`, index * months);
    const next = addMonths(firstOn, months);
    return { firstOn, lastOn: addDays(next, -1), closedOn: addDays(next, closeDay - 1) };
  });
}

/** Days on which figures are compared: once every quarter is closed. */
export const checkDays = (year: number): readonly string[] => [`${year}-04-06`, `${year}-07-06`, `${year}-10-06`, `${year + 1}-01-06`];
