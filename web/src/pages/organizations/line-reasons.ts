import { codeList } from '@zhitong/kernel';

/** Why an organization stands on another line than its sector usually does (ORG-09). */
export const lineReasons = codeList('historic', 'industryManaged', 'samePremises', 'interim');
