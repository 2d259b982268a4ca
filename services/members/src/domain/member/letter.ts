import { hash } from 'node:crypto';
import { addDays, addMonths, ensure } from '@zhitong/kernel';
import type { TransferKind } from '@zhitong/catalogue';
import type { TransferSettings } from './transfer.commands.ts';

/** No I, L, O, U: nothing to misread on paper. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * Number of an introduction letter 介绍信 as `2026-K7QF-2M9A-XT4C`: year and 60 bits of a digest over issuer, transfer and ordinal.
 * It needs no counter that every letter of an issuer would queue for; ADR 0006 gives the odds.
 */
export function letterNumber(issuerId: string, issuedOn: string, transferId: string, ordinal: number): string {
  const year = issuedOn.slice(0, 4);
  const digest = hash('sha256', JSON.stringify([issuerId, year, transferId, ordinal]), 'buffer');
  const letters = Array.from(digest.subarray(0, 12), (byte) => alphabet.charAt(byte % 32)).join('');
  return [year, letters.slice(0, 4), letters.slice(4, 8), letters.slice(8, 12)].join('-');
}

/** Most days a letter may hold: 90, to places outside the province 180 (MEM-18). */
const letterLimit = (kind: TransferKind, { letterMaxDays, outOfProvinceMaxDays }: TransferSettings): number =>
  kind === 'outOfProvince' ? outOfProvinceMaxDays : letterMaxDays;

export interface LetterTerms {
  readonly issuedOn: string;
  readonly validUntilOn: string;
  readonly acceptDueOn: string;
  readonly stubUntilOn: string;
}

/** Last days of validity, of acceptance (at most the letter's end) and of keeping the stub. */
export function letterTerms(kind: TransferKind, issuedOn: string, days: number | undefined, settings: TransferSettings): LetterTerms {
  const limit = letterLimit(kind, settings);
  const valid = days ?? settings.letterDays;
  ensure(valid >= 1 && valid <= limit, 'LETTER_DAYS_OUT_OF_RANGE', `A letter is valid for 1 to ${limit} days.`, { days: valid, limit });
  return termsUntil(issuedOn, addDays(issuedOn, valid), issuedOn, settings);
}

/** `from`: the day on which the receiver's time begins. */
export function termsUntil(issuedOn: string, validUntilOn: string, from: string, { acceptDays, stubYears }: TransferSettings): LetterTerms {
  const acceptDueOn = addDays(from, acceptDays);
  return {
    issuedOn,
    validUntilOn,
    acceptDueOn: acceptDueOn < validUntilOn ? acceptDueOn : validUntilOn,
    stubUntilOn: addMonths(issuedOn, 12 * stubYears),
  };
}
