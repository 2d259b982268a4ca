import { seedOverGrpc } from '@zhitong/cluster/seed-over-grpc.ts';
import type { CrashPoint } from '@zhitong/eventing';
import { addDays, startOfDay } from '@zhitong/kernel';
import { clockOf } from '@zhitong/platform';
import { databaseOf } from '@zhitong/platform/runtime/distributed.ts';
import { check } from '@zhitong/testing/checker/check.ts';
import { eventually } from '@zhitong/testing/eventually.ts';
import { between } from '@zhitong/testing/faults/random.ts';
import { clockFile } from '@zhitong/year/clock-file.ts';
import { MongoClient } from 'mongodb';
import { join } from 'node:path';
import { z } from 'zod';
import { Officers, type Part } from '../flows/officers.ts';
import { passingClock, type PassingClock } from '../flows/passing-clock.ts';
import { Restructuring, type Decided } from '../flows/restructuring.ts';
import { doneOnceAllHaveMoved, dutiesWentOn, homesAreRight, periodsKeepTheirNumber } from '../flows/verdict.ts';
import { commitsIn, publishedIn } from '../observe.ts';
import type { Bench, Row } from '../row.ts';
import { stackOf } from '../servers.ts';
import { inSeconds } from '../service-under-load.ts';
import type { Site } from '../site.ts';
import { startReplica, untilKilled, type Replica } from '../subject/replica.ts';
import { Violated } from '../verdict.ts';

const parts: readonly Part[] = ['organizations', 'members'];

/** Each step of what carries a flow on, and how often it is passed at most before the process dies of it. */
const steps: Partial<Readonly<Record<CrashPoint, number>>> = {
  'append.before': 12,
  'append.stored': 12,
  'append.answered': 12,
  'project.read': 60,
  'project.written': 60,
  'project.saved': 60,
  'policy.read': 10,
  'policy.commanded': 10,
  'policy.saved': 5,
  'tick.fired': 1,
};

/** Two ordinary days; the end of a quarter; the day before March is closed, and before April is; ordinary days again. */
const days = ['2026-03-02', '2026-03-31', '2026-04-04', '2026-05-04'] as const;
const dayOf = (round: number): string => days[round] ?? addDays(days[3], round - days.length + 1);
const morning = (date: string): string => new Date(Date.parse(startOfDay(date)) + 9 * 3_600_000).toISOString();

/** Two theme days a month instead of one, from April on. */
const themeDays = { key: 'meeting.themeDayPerMonth', value: '2', effectiveOn: '2026-04-01', reason: '深组通〔2026〕2号' } as const;
const themeDaysIn = new Map([
  ['2026-03', 1],
  ['2026-04', 2],
]);

const settledMs = 120_000;

/** what moves members goes on while the processes of both services die at each step of it. */
export const restructuredWhileKilled: Row['run'] = async (bench) => {
  const { folder, environment } = bench.site;
  const { file } = clockFile(join(folder, 'clock'), morning(dayOf(0)));
  const site = { ...bench.site, environment: { ...environment, ZHITONG_KEYS: join(folder, 'keys'), ZT_CLOCK_FILE: file } };
  const began = performance.now();
  const city = new DyingCity(site);
  await city.start();
  await city.seed();
  bench.note(`seeded after ${inSeconds(performance.now() - began)}`);
  const clock = passingClock(file, morning(dayOf(0)));
  try {
    await restructured({ ...bench, site }, city, clock);
  } finally {
    clock.stop();
  }
};

async function restructured({ site, random, note }: Bench, city: DyingCity, clock: PassingClock): Promise<void> {
  const officers = await Officers.of(site.folder, clockOf({ ZT_CLOCK_FILE: clock.file }), (context) => city.doorOf(context));
  const restructuring = new Restructuring(officers);
  for (const login of restructuring.logins) await officers.logIn(login);
  const crashes = crashesOf(site, random);
  let killing = true;
  const killed = city.killAt(crashes).finally(() => (killing = false));
  const [decided] = await Promise.all([daysGo(officers, restructuring, clock, () => killing), killed]);
  await countsAgree(officers, restructuring, clock, decided.length);
  officers.close();
  await soundlyTold(site, restructuring, decided);
  const kills = parts.flatMap((part) => crashes[part]).length;
  note(`${String(kills)} kills, ${String(decided.length)} merges, ${String(restructuring.homes.size)} members`);
}

/** Organizations and members as processes of their own. */
class DyingCity {
  readonly #replicas = new Map<string, Replica>();

  constructor(private readonly site: Site) {}

  doorOf(context: string): string | undefined {
    return this.#replicas.get(context)?.door;
  }

  async start(): Promise<void> {
    await Promise.all(parts.map((part) => this.#start(part)));
  }

  async seed(): Promise<void> {
    const { folder: dataFolder, environment } = this.site;
    const none = { assessments: '', funding: '', 'service-centers': '' };
    const addresses = { ...none, organizations: this.doorOf('organizations') ?? '', members: this.doorOf('members') ?? '' };
    const baseDate = addDays(dayOf(0), -1);
    await seedOverGrpc({ addresses, dataFolder, profile: 'tiny', seed: 7, baseDate, environment, progress: () => undefined });
  }

  /** Each dies at its points in turn and is started again at once. */
  async killAt(crashes: Readonly<Record<Part, readonly string[]>>): Promise<void> {
    await Promise.all(parts.map((part) => this.#killAt(part, crashes[part])));
  }

  async #killAt(part: Part, crashes: readonly string[]): Promise<void> {
    await this.#replicas.get(part)?.process.kill();
    for (const crash of crashes) await untilKilled(this.site, part, crash, (replica) => void this.#replicas.set(part, replica));
    await this.#start(part);
  }

  async #start(part: Part): Promise<void> {
    this.#replicas.set(part, await startReplica(this.site, part));
  }
}

/** Both services die at each step; in a quick run, which divides durations, at each step the one or the other. */
function crashesOf({ factor }: Site, random: () => number): Readonly<Record<Part, readonly string[]>> {
  const shuffled = Object.entries(steps)
    .map((step) => [random(), step] as const)
    .toSorted(([one], [other]) => one - other)
    .map(([, [point, passes]]) => `${point}#${String(between(random, 1, passes))}`);
  const every = (second: number) => shuffled.filter((_, nth) => factor === 1 || nth % 2 === second);
  return { organizations: every(0), members: every(1) };
}

/** Day after day, until the last kill and over the end of a quarter. */
async function daysGo(officers: Officers, restructuring: Restructuring, clock: PassingClock, killing: () => boolean): Promise<readonly Decided[]> {
  const decided: Decided[] = [];
  await officers.act('city', 'changeSetting', { ...themeDays, organizationId: officers.organizationOf('city') });
  for (let number = 0; killing() || number < days.length; number++) {
    const [on, nextOn] = [dayOf(number), addDays(dayOf(number), 1)];
    clock.moveTo(morning(on));
    decided.push(await restructuring.of({ number, on, nextOn, size: number === 0 ? 100 : 5 }, () => clock.moveTo(morning(nextOn))));
  }
  return decided;
}

/** what members lists of each branch is who is at home there, and organizations has counted the same by the night after. */
async function countsAgree(officers: Officers, restructuring: Restructuring, clock: PassingClock, rounds: number): Promise<void> {
  const homes = Map.groupBy(restructuring.homes.values(), (home) => home);
  for (const branchId of restructuring.branches)
    await eventually(async () => {
      const [listed, expected] = [await restructuring.members(branchId), homes.get(branchId)?.length ?? 0];
      if (listed !== expected) throw new Violated([`(X-02) ${branchId} lists ${String(listed)} members, not ${String(expected)}`]);
    }, settledMs);
  const night = addDays(dayOf(rounds - 1), 2);
  clock.moveTo(morning(night));
  await eventually(async () => {
    const { runs } = nights.parse(await officers.ask('operator', 'reconciliationOfOrganizations', { limit: 100 }));
    const run = runs.find(({ on }) => on === night);
    if (run?.differences !== 0) throw new Violated([`(X-02) reckoned in the night of ${night}: ${JSON.stringify(run)}`]);
  }, settledMs);
}

const nights = z.object({ runs: z.array(z.object({ on: z.string(), differences: z.number() })) });

/** Logs and topics, once nothing is under way any more. */
async function soundlyTold(site: Site, restructuring: Restructuring, decided: readonly Decided[]): Promise<void> {
  const { mongoUrl, kafkaBrokers } = stackOf(site);
  const topics = parts.flatMap((part) => [part, `${part}.restricted`]);
  const client = new MongoClient(mongoUrl);
  try {
    await eventually(async () => {
      const commits = (await Promise.all(parts.map((part) => commitsIn(client, databaseOf(site.prefix, part))))).flat();
      const published = (await Promise.all(topics.map((topic) => publishedIn(kafkaBrokers, site.prefix, topic)))).flat();
      const events = commits.flatMap((commit) => commit.events);
      const violations = [
        ...(await check({ commits, published, ledger: [], readModels: [] })).map(({ rule, subject, sentence }) => `(${rule}) ${subject} ${sentence}`),
        ...homesAreRight(events, restructuring.homes),
        ...decided.flatMap((one) => [...doneOnceAllHaveMoved(events, one), ...dutiesWentOn(events, one, restructuring.successor)]),
        ...periodsKeepTheirNumber(events, 'themeDay', themeDaysIn),
      ];
      if (violations.length > 0) throw new Violated(violations);
    }, settledMs);
  } finally {
    await client.close();
  }
}
