import { addDays } from '@zhitong/kernel';

/** founders may take thirty days to come; on the day after them their branch is looked at. */
export const lookedAtOn = (foundedOn: string): string => addDays(foundedOn, 31);
