import { readFileSync } from 'node:fs';
import type { Row } from './row.ts';

interface Regression {
  readonly row: string;
  readonly runtime: string;
  readonly seed: number;
}

export const regressions = JSON.parse(readFileSync(new URL('../regressions.json', import.meta.url), 'utf8')) as readonly Regression[];

/** Seeds with which the row has failed once. */
export const replayed = ({ id, runtime }: Row): readonly number[] =>
  regressions.filter((one) => one.row === id && one.runtime === runtime).map(({ seed }) => seed);
