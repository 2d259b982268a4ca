import type { Site } from './site.ts';

export type Group = 'R1' | 'R2' | 'R3' | 'R4';

/** What a row gets to work with. */
export interface Bench {
  readonly site: Site;
  /** Another place on the same servers, for what runs side by side. */
  another(): Site;
  /** Numbers in [0, 1) of this row's seed. */
  readonly random: () => number;
  /** Runs when the row is over and its processes have ended, however it went. */
  atEnd(work: () => unknown): void;
  /** Puts a figure into the row's line. */
  note(figure: string): void;
}

/** One fault: provoked, expected, checked at the end. Throws when something is not as it must be. */
export interface Row {
  /** `REL-01`. */
  readonly id: string;
  readonly group: Group;
  readonly runtime: Site['runtime'];
  /** What must be seen, as the title of a test. */
  readonly title: string;
  /** Takes servers away: such rows have servers of their own, and run one after the other. */
  readonly stopsServers?: boolean;
  run(bench: Bench): Promise<void>;
}

export const nameOf = ({ id, runtime, title }: Row): string => `${id} ${title} (${runtime})`;
