/** What is shown of somebody whose key was destroyed. */
export const erasedName = '[已删除]';

/** `张*`: the first character only, whatever the length. */
export const maskName = (name: string): string => `${Array.from(name)[0] ?? ''}*`;

/** `138****1234`. */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;

/** `4403**********1234`: place and end. */
export const maskCitizenNumber = (number: string): string => `${number.slice(0, 4)}${'*'.repeat(Math.max(number.length - 8, 0))}${number.slice(-4)}`;

/** The first six characters say the district, no more. */
export const maskAddress = (address: string): string => `${Array.from(address).slice(0, 6).join('')}****`;

/** `30-39`: what a list may show of an age. */
export function ageBand(age: number): string {
  if (age < 20) return '<20';
  if (age >= 80) return '80+';
  const from = Math.floor(age / 10) * 10;
  return `${from}-${from + 9}`;
}
