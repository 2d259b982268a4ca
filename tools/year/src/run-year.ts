import { inParallel } from '@zhitong/eventing/lanes.ts';
import { addDays, startOfDay } from '@zhitong/kernel';
import { Problem } from '@zhitong/tour/api.ts';
import { setTimeout as wait } from 'node:timers/promises';
import { readDistrict, type Doors } from './district.ts';
import { holds, type Check, type Part } from './part.ts';
import { affairsPart, planAffairs } from './parts/affairs.ts';
import { campaignsPart, planCampaign } from './parts/campaigns.ts';
import { coveragePart, planUnits } from './parts/coverage.ts';
import { directivesPart, planDirectives } from './parts/directives.ts';
import { electionsPart, planElections, readTerms } from './parts/elections.ts';
import { guidesPart, planGuides } from './parts/guides.ts';
import { importedUnits, importsPart, planImports } from './parts/imports.ts';
import { leadersPart } from './parts/leaders.ts';
import { meetingsPart, planMeetings } from './parts/meetings.ts';
import { movesPart, planMoves } from './parts/moves.ts';
import { planRequests, requestsPart } from './parts/requests.ts';
import { planReview, reviewsPart } from './parts/reviews.ts';
import { planTemporary, temporaryPart } from './parts/temporary.ts';

export interface YearOptions extends Doors {
  /** Code of the district, `440308`. */
  readonly district: string;
  /** The year that goes by; the city was seeded for its first day. */
  readonly year: number;
  readonly seed: number;
  /** Moves the time of the city on to an instant. */
  readonly moveTo: (instant: string) => void;
  readonly say: (line: string) => void;
}

export interface Difference {
  readonly on: string;
  readonly path: string;
  readonly expected: object;
  readonly answered: unknown;
}

export interface YearOutcome {
  readonly branches: number;
  readonly acts: number;
  readonly checks: number;
  readonly differences: readonly Difference[];
}

const atOnce = 8;
/** Hour of the day in Shanghai at which everybody acts. */
const hour = 20;

/** A year of a district through the public API: what people do, day by day, and at each quarter's end every figure against what was done. */
export async function runYear(options: YearOptions): Promise<YearOutcome> {
  const { district: code, year, seed, moveTo, say } = options;
  const at = (date: string) => moveTo(new Date(Date.parse(startOfDay(date)) + hour * 3_600_000).toISOString());
  at(`${year}-01-01`);
  const district = await readDistrict(options, code);
  const parts = await planYear(district, year, seed);
  const acts = Map.groupBy(
    parts.flatMap((part) => part.acts),
    ({ on }) => on,
  );
  const checks = Map.groupBy(
    parts.flatMap((part) => part.checks),
    ({ on }) => on,
  );
  const differences: Difference[] = [];
  let [done, asked] = [0, 0];
  for (let date = `${year}-01-02`; date <= `${year + 1}-01-06`; date = addDays(date, 1)) {
    const [today, questions] = [acts.get(date) ?? [], checks.get(date) ?? []];
    if (today.length + questions.length === 0) continue;
    at(date);
    await inParallel(today, atOnce, async ({ what, run }) => {
      await telling(`${date}, ${what}`, run);
    });
    await inParallel(
      questions,
      atOnce,
      async (check) => void differences.push(...(await telling(`${date}, ${check.who.login} asks ${check.path}`, () => differing(check)))),
    );
    [done, asked] = [done + today.length, asked + questions.length];
    if (questions.length > 0) say(`${date}: ${done} acts, ${asked} answers compared, ${differences.length} differ`);
  }
  return { branches: district.branches.length, acts: done, checks: asked, differences };
}

async function planYear(district: Awaited<ReturnType<typeof readDistrict>>, year: number, seed: number): Promise<readonly Part[]> {
  const moves = planMoves(district, year, seed);
  const terms = await readTerms(district);
  const elections = planElections(district, terms, moves, year, seed);
  const campaign = planCampaign(district, year);
  const guides = planGuides(district, year, seed);
  const meetings = planMeetings(district, { elections, moves, campaign, guides }, year, seed);
  const imports = planImports(district, year, seed);
  return [
    movesPart(district, moves, year),
    electionsPart(district, terms, elections, year),
    meetingsPart({ district, year, meetings, elections, moves, campaign, guides }),
    guidesPart(district, guides, meetings, year),
    affairsPart(district, planAffairs(district, year, seed), year),
    campaignsPart(district, campaign, meetings, year),
    leadersPart(district, moves, meetings, year),
    directivesPart(district, planDirectives(district, year, seed), year),
    requestsPart(district, planRequests(district, year, seed), year),
    coveragePart(district, [...(await planUnits(district, year, seed)), ...importedUnits(imports)], year),
    importsPart(imports),
    reviewsPart(district, planReview(district, { terms, elections, moves, meetings }, year, seed), year),
    temporaryPart(district, planTemporary(district, year, seed), year),
  ];
}

/** @throws naming what was refused. */
async function telling<Result>(what: string, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (cause) {
    throw new Error(`${what}: ${cause instanceof Problem ? cause.message : String(cause)}`, { cause });
  }
}

const patienceMs = 60_000;

/** Read models and clocks of rules need a moment; after a minute the answer is what it is. */
async function differing({ on, who, path, expected }: Check): Promise<readonly Difference[]> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const answered = await who.query<unknown>(path);
    if (holds(answered, expected)) return [];
    if (performance.now() > deadline) return [{ on, path, expected, answered }];
    await wait(50);
  }
}
