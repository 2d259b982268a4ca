import { newStream } from './workload.ts';

const racers = 16;
const bystanders = 48;

export type Came = 'won' | 'conflict' | 'error';

export interface Race {
  readonly rounds: number;
  /** What came of all racers of all rounds. */
  readonly racers: Readonly<Record<Came, number>>;
  /** Bystanders whose append to a stream of their own failed. */
  readonly hurt: number;
  /** Every round had one winner, all others were told of a conflict, and nobody else was hurt. */
  readonly exact: boolean;
}

/** Rounds in which 16 writers append to the same new stream at once while 48 append to streams of their own. */
export async function race(rounds: number, append: (stream: string) => Promise<Came>): Promise<Race> {
  const count = { won: 0, conflict: 0, error: 0 };
  let [hurt, exact] = [0, true];
  for (let round = 0; round < rounds; round++) {
    const one = newStream();
    const [racing, beside] = await Promise.all([
      Promise.all(Array.from({ length: racers }, () => append(one))),
      Promise.all(Array.from({ length: bystanders }, () => append(newStream()))),
    ]);
    for (const came of racing) count[came] += 1;
    const failed = beside.filter((came) => came !== 'won').length;
    hurt += failed;
    exact &&= failed === 0 && racing.filter((came) => came === 'won').length === 1 && racing.every((came) => came !== 'error');
  }
  return { rounds, racers: count, hurt, exact };
}

/** In words: a round on average. */
export function told({ rounds, racers: { won, conflict, error }, hurt }: Race): string {
  const each = (total: number) => (Number.isInteger(total / rounds) ? String(total / rounds) : (total / rounds).toFixed(2));
  return `${each(won)} won, ${each(conflict)} told of the conflict, ${each(error)} raw errors, ${each(hurt)} bystanders hurt`;
}
