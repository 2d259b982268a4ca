import { renameSync, writeFileSync } from 'node:fs';

export interface ClockFile {
  readonly file: string;
  /** To an ISO instant, for every process that reads the file. */
  readonly moveTo: (instant: string) => void;
}

/** The time of a city that is told what time it is (`ZT_CLOCK_FILE`); whoever reads meanwhile reads either instant whole. */
export function clockFile(file: string, instant: string): ClockFile {
  const moveTo = (to: string) => {
    writeFileSync(`${file}.next`, to);
    renameSync(`${file}.next`, file);
  };
  moveTo(instant);
  return { file, moveTo };
}
