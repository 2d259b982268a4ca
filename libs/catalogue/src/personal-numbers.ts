/** Ids of this house and UUIDs: their digits mean nothing. */
const ids = /\b(?:[a-z]{3}_[0-9a-f]{32}(?:\.[0-9a-f]{12})?|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/g;
/** Place, date of birth, order, check character; written in one or in its groups. */
const citizenNumber = /(?<!\d)\d{6}[ -]?(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?\d{3}[\dXx](?!\d)/;
/** Mobile, with or without the country; written in one or in its groups. */
const phone = /(?<!\d)(?:(?:\+|00)?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/;

/**
 * Whether a text holds what is formed like a citizen number (GB 11643) or a mobile number. Such a text never goes where events are made
 * of it: its number identifies somebody for good (I7). The check character is not asked for, a slip of the pen names the person as well.
 */
export function holdsPersonalNumber(text: string): boolean {
  const plain = text.normalize('NFKC').replace(ids, ' ');
  return citizenNumber.test(plain) || phone.test(plain);
}
