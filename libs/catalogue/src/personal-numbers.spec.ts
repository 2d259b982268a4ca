import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fields } from './fields.ts';
import { registerIncomingTransfer } from './operations/transfers.ts';
import { proposeOrganization } from './operations/tree.ts';
import { holdsPersonalNumber } from './personal-numbers.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** GB 11643: ISO 7064 MOD 11-2. */
const checkOf = (digits: string) => '10X98765432'[Array.from(digits).reduce((sum, digit, at) => sum + Number(digit) * (weights[at] ?? 0), 0) % 11] ?? '';
const padded = (max: number, length: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(length, '0'));

const birthDate = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2026-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''));
const groups = fc.constantFrom('', ' ', '-');
const citizenNumber = fc
  .tuple(fc.integer({ min: 110000, max: 659999 }), birthDate, padded(999, 3), groups)
  .map(([area, born, order, between]) => [String(area), born, `${order}${checkOf(`${String(area)}${born}${order}`)}`].join(between));
const phone = fc
  .tuple(fc.constantFrom('', '86', '+86 ', '0086'), fc.integer({ min: 130, max: 199 }), padded(9999, 4), padded(9999, 4), groups)
  .map(([country, first, second, third, between]) => `${country}${[String(first), second, third].join(between)}`);
const wide = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const written = fc.tuple(fc.oneof(citizenNumber, phone), fc.boolean()).map(([number, full]) => (full ? wide(number) : number));
/** Whatever stands around, but for a digit that would make another number of it. */
const around = fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.normalize('NFKC').replace(/\p{Nd}/gu, ''));
const hex = (length: number) => fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });

describe('SEC-16 numbers that name somebody', () => {
  it('are found in 10,000 texts, wherever they stand and however they are written', () => {
    const holds = ([before, number, after]: readonly [string, string, string]) => holdsPersonalNumber(`${before}${number}${after}`);
    fc.assert(fc.property(fc.tuple(around, written, around), holds), { numRuns: 10_000, seed: 16 });
  });

  it('are not seen in ids, in dates, in instants, in amounts', () => {
    const id = fc.oneof(
      fc.tuple(fc.constantFrom('org', 'per', 'dir', 'req', 'trf', 'pst', 'txt'), hex(32)).map(([prefix, tail]) => `${prefix}_${tail}`),
      fc.tuple(hex(32), hex(12)).map(([person, tail]) => `trf_${person}.${tail}`),
      fc.uuid(),
      fc.date({ noInvalidDate: true, min: new Date('2000-01-01'), max: new Date('2099-01-01') }).map((date) => date.toISOString()),
      fc.integer({ min: 0, max: 9_999_999_999 }).map(String),
    );
    fc.assert(
      fc.property(id, (text) => !holdsPersonalNumber(text)),
      { numRuns: 10_000, seed: 16 },
    );
    for (const text of ['440308001002', '10012345678', '2026-03-02', 'WS-2026-0001', '第一党支部', '深圳市2026年第12号'])
      expect(holdsPersonalNumber(text)).toBe(false);
  });

  it('are refused in every bounded string that an event may hold: names, codes, numbers of papers', () => {
    const numbers = ['11010519491231002X', '13812345678', '138-1234-5678'];
    for (const number of numbers) {
      expect(fields.name.safeParse(`某某支部 ${number}`).success).toBe(false);
      expect(fields.code.safeParse(`x${number}`).success).toBe(false);
      expect(registerIncomingTransfer.input.shape.letterNumber.safeParse(number).success).toBe(false);
      expect(proposeOrganization.input.shape.name.safeParse(`支部${number}`).success).toBe(false);
    }
    expect(fields.name.safeParse('某某支部').success && fields.code.safeParse('livelihoodNeed').success).toBe(true);
    expect(registerIncomingTransfer.input.shape.letterNumber.safeParse('WS-2026-0001').success).toBe(true);
  });
});
