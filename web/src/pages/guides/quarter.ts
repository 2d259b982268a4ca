import { useTranslation } from 'react-i18next';
import { today } from '../../ui/formats.ts';

/** A quarter in words. */
export function useQuarter(): (quarter: string) => string {
  const { t } = useTranslation();
  return (quarter) => t('guides.quarterOf', { year: quarter.slice(0, 4), number: quarter.slice(-1) });
}

/** The code of the quarter of a day, `2026-Q2`. */
export const quarterCode = (date: string): string => `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;

/** Quarters a guide is issued for today: this one and the next. */
export function openQuarters(): readonly string[] {
  const now = quarterCode(today());
  const [year, number] = [Number(now.slice(0, 4)), Number(now.slice(-1))];
  return [now, number === 4 ? `${year + 1}-Q1` : `${year}-Q${number + 1}`];
}
