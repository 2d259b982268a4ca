import type { Level, RequestFigure } from '@zhitong/catalogue';
import { perMille } from '@zhitong/kernel';

/** Sums of the figures of R-23 up to a day, by `<figure>|<level>|<topic>`. */
export type FigureSums = ReadonlyMap<string, number>;

export type Figures = Readonly<Record<RequestFigure, number>>;

export interface OnTime extends Figures {
  /** Tenths of a percent, half up; null without any. */
  readonly onTimeShare: number | null;
  readonly reopenedShare: number | null;
  readonly confirmedShare: number | null;
  readonly autoClosedShare: number | null;
  readonly escalatedShare: number | null;
  /** Working hours to the first answer: the middle one, of an even number the mean of the middle two; null without any. */
  readonly medianWorkingHours: number | null;
}

const share = (part: number, whole: number): number | null => perMille(part, whole) ?? null;

/** The middle of values counted by how often each occurs. */
export function medianOf(counts: ReadonlyMap<number, number>): number | null {
  const ordered = [...counts].filter(([, count]) => count > 0).sort(([a], [b]) => a - b);
  const total = ordered.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return null;
  const at = (place: number): number => {
    let before = 0;
    return ordered.find(([, count]) => (before += count) > place)?.[0] ?? 0;
  };
  return (at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2;
}

function onTime(figures: Figures, hours: ReadonlyMap<number, number>): OnTime {
  const { routed, answered, answeredOnTime, unansweredLate, reopened, confirmed, autoClosed, escalated } = figures;
  return {
    ...figures,
    onTimeShare: share(answeredOnTime, answered + unansweredLate),
    reopenedShare: share(reopened, answered),
    confirmedShare: share(confirmed, answered),
    autoClosedShare: share(autoClosed, answered),
    escalatedShare: share(escalated, routed),
    medianWorkingHours: medianOf(hours),
  };
}

interface Cell {
  readonly figures: Record<RequestFigure, number>;
  readonly hours: Map<number, number>;
}

const empty = (): Cell => ({
  figures: { routed: 0, answered: 0, answeredOnTime: 0, unansweredLate: 0, reopened: 0, confirmed: 0, autoClosed: 0, escalated: 0 },
  hours: new Map(),
});

const isFigure = (name: string, { figures }: Cell): name is RequestFigure => name in figures;

function add(cell: Cell, name: string, amount: number): void {
  if (isFigure(name, cell)) cell.figures[name] += amount;
  const [, hour] = /^hours\.(\d+)$/.exec(name) ?? [];
  if (hour !== undefined) cell.hours.set(Number(hour), (cell.hours.get(Number(hour)) ?? 0) + amount);
}

/** by level of the holder and topic, and over all of them. */
export function onTimeReport(sums: FigureSums, levels: readonly Level[]) {
  const cells = new Map<string, Cell>();
  const all = empty();
  for (const [amount, sum] of sums) {
    const [name = '', ...place] = amount.split('|');
    const key = place.join('|');
    const cell = cells.get(key) ?? empty();
    add(cell, name, sum);
    add(all, name, sum);
    cells.set(key, cell);
  }
  const rows = [...cells]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, { figures, hours }]) => {
      const [name, topicCode = ''] = key.split('|');
      const level = levels.find((each) => each === name);
      return level === undefined || Object.values(figures).every((count) => count === 0) ? [] : [{ level, topicCode, ...onTime(figures, hours) }];
    });
  return { rows: levels.flatMap((level) => rows.filter((row) => row.level === level)), total: onTime(all.figures, all.hours) };
}
