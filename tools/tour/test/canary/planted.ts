import { randomInt } from 'node:crypto';

/** Who is unlike everybody else: no name, number or address of the seed holds these characters. */
export interface Planted {
  readonly name: string;
  readonly citizenNumber: string;
  readonly birthDate: string;
  readonly phone: string;
  readonly address: string;
}

const digits = (count: number): string => Array.from({ length: count }, () => String(randomInt(10))).join('');
/** Birds and fish that no generated name is made of; GBK knows them. */
const rare = (count: number): string => Array.from({ length: count }, () => String.fromCharCode(0x9d00 + randomInt(0x180))).join('');

/** A synthetic person (area 000000, phone 100) that never was. */
export function plantedPerson(): Planted {
  return {
    name: rare(4),
    citizenNumber: `00000019870413${digits(4)}`,
    birthDate: '1987-04-13',
    phone: `100${digits(8)}`,
    address: `广东省深圳市某区${rare(3)}路${digits(3)}号`,
  };
}

/** What somebody writes where people may write what they like. */
export const plantedText = (about: string): string => `${about}：${rare(6)}`;
