import i18next from 'i18next';

const zone = 'Asia/Shanghai';
const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const part = (at: Date) => Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value]));

/** 2026-11-23 14:05 in Shenzhen, wherever the reader sits. */
export function instant(at: string | number | null | undefined): string {
  if (at === null || at === undefined) return '—';
  const { year, month, day, hour, minute } = part(new Date(at));
  return `${year}-${month}-${day} ${hour}:${minute}`;
}

export function clockTime(at: number): string {
  const { hour, minute, second } = part(new Date(at));
  return `${hour}:${minute}:${second}`;
}

export function dateOf(at: string | number): string {
  const { year, month, day } = part(new Date(at));
  return `${year}-${month}-${day}`;
}

export const today = (): string => dateOf(Date.now());

/** A day is a day: no zone is involved. */
export const plainDate = (date: string | null | undefined): string => date ?? '—';

/** 2026年11月23日, as documents write it. */
export const documentDate = (date: string): string => `${documentMonth(date)}${Number(date.slice(8, 10))}日`;
export const documentMonth = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`;

const grouped = new Intl.NumberFormat('en-US');
export const number = (value: number | null | undefined): string => (value === null || value === undefined ? '—' : grouped.format(value));

/** Tenths of a percent: 973 is 97.3 %. */
export const tenths = (value: number | null | undefined): string => (value === null || value === undefined ? '—' : `${(value / 10).toFixed(1)} %`);

/** Whole fen. */
export const money = (fen: number): string =>
  `${fen < 0 ? '-' : ''}¥${grouped.format(Math.trunc(Math.abs(fen) / 100))}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;

/** The largest unit that says it: 3 days, 5 hours, 12 minutes. Days are the nearest number: a minute after its beginning a deadline of three days has three. */
export function duration(seconds: number): string {
  if (seconds >= 86_400) return i18next.t('ui.days', { count: Math.round(seconds / 86_400) });
  if (seconds >= 3_600) return i18next.t('ui.hours', { count: Math.floor(seconds / 3_600) });
  return i18next.t('ui.minutes', { count: Math.max(1, Math.floor(seconds / 60)) });
}

export type Urgency = 'over' | 'soon' | 'calm';
/** How a deadline stands: over, within two days, or calm. */
export function urgency(dueAt: string, now: number): Urgency {
  const left = Date.parse(dueAt) - now;
  if (left < 0) return 'over';
  return left < 48 * 3_600_000 ? 'soon' : 'calm';
}
