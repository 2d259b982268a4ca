import { temporaryFolder } from '@zhitong/testing/temporary-folder.ts';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { personasIn } from '../../seed/src/index.ts';
import { directiveToAll, type DirectiveToAll } from './city-directive.ts';
import { questionsOf, type Questions } from './city-questions.ts';
import type { Finding, Rows } from './rows.ts';
import { inquirerOf, startedCity, type RunningCity } from './running-city.ts';

interface Logs {
  /** Commits by commands of the seeding. */
  readonly seeded: number;
  readonly events: number;
  readonly bytes: number;
}

const mostMb = 1536;

type Found = readonly [ours: string, reached: boolean, theirs?: string];

/** A folder with a city in it, and how it came to be there. */
interface Filled {
  readonly seconds: number;
  readonly peakMb: number;
}

/** The product at city size: started as people start it, on a folder that is given or else filled first. `size` is a profile of the seed. */
export async function cityRows(size: string, data: string | undefined): Promise<Rows> {
  const temporary = data === undefined ? temporaryFolder() : undefined;
  const folder = data ?? temporary?.path ?? '';
  let first: Promise<Filled> | undefined;
  const filled = () => (first ??= startedAndStopped(folder, size));
  const asked = () => (temporary === undefined ? Promise.resolve() : filled());
  let issued: Promise<DirectiveToAll> | undefined;
  const directive = () => (issued ??= asked().then(() => atWork(folder, size, ({ url }) => directiveToAll(url, personasIn(folder)))));
  const finding = (id: string, what: string, reach: string, find: () => Promise<Found>): Finding => ({
    id,
    what: `${what}, profile ${size}`,
    against: id === 'C1' ? 'the same page read from its index by SQLite alone' : 'a limit',
    reach,
    async find() {
      const [ours, reached, theirs = ''] = await find();
      return { ours, theirs, reached };
    },
  });
  const question = (id: string, what: string, reach: string, ask: (questions: Questions) => Promise<readonly number[]>, reached: (took: Times) => boolean) =>
    finding(id, what, reach, async () => {
      await asked();
      const took = timesOf(await answered(folder, size, ask));
      return [said(took), reached(took), id === 'C1' ? said(timesOf(rawPages(folder))) : ''];
    });
  /** Known of a folder that this run has filled. */
  const seeding = () => [
    finding('C6', 'seeding through commands, embedded', '>= 5,000 commands/s, <= 20 minutes', async () => {
      const { seconds } = await filled();
      const perSecond = logsIn(folder).seeded / seconds;
      return [`${perSecond.toFixed(0)} commands/s, ${(seconds / 60).toFixed(1)} minutes`, perSecond >= 5000 && seconds <= 1200];
    }),
    finding('C8b', 'most memory while it is seeded, embedded', `<= ${mostMb} MB`, async () => {
      const { peakMb } = await filled();
      return [`${peakMb.toFixed(0)} MB`, peakMb <= mostMb];
    }),
  ];
  return {
    rows: [],
    findings: [
      ...(temporary === undefined ? [] : seeding()),
      question(
        'C1',
        'pages of the list of members, any filter, at the gateway',
        'p99 <= 50 ms',
        (ask) => ask.members(),
        ({ p99 }) => p99 <= 50,
      ),
      question(
        'C2',
        'tree: open, search',
        'p95 <= 100 ms',
        (ask) => ask.tree(),
        ({ p95 }) => p95 <= 100,
      ),
      finding('C3', 'directive of the city to every organization: in the last inbox', '<= 60 s', async () => {
        const { addressees, deliveredSeconds } = await directive();
        return [`${addressees.toLocaleString('en')} inboxes, ${deliveredSeconds.toFixed(1)} s`, deliveredSeconds <= 60];
      }),
      finding('C3b', 'secretaries of branches log in and acknowledge it, 32 at a time', '50/s, the figures of the city <= 2 s behind', async () => {
        const { acknowledged, acknowledgedSeconds, slowestMs, behindSeconds } = await directive();
        const perSecond = acknowledged / acknowledgedSeconds;
        const said = `${acknowledged.toLocaleString('en')} at ${perSecond.toFixed(0)}/s, slowest ${slowestMs.toFixed(0)} ms, figures ${behindSeconds.toFixed(1)} s behind`;
        return [said, perSecond >= 50 && behindSeconds <= 2];
      }),
      question(
        'C4',
        'cockpit of the city, all figures together',
        'p95 <= 300 ms',
        (ask) => ask.cockpit(),
        ({ p95 }) => p95 <= 300,
      ),
      question(
        'C4b',
        'cockpit of the city as of a past day',
        '<= 3 s',
        (ask) => ask.cockpitThen(),
        ({ slowest }) => slowest <= 3000,
      ),
      finding('C8', 'most memory while its officer asks for everything, embedded', `<= ${mostMb} MB`, async () => {
        await asked();
        const peakMb = await peakWhileAsked(folder, size);
        return [`${peakMb.toFixed(0)} MB`, peakMb <= mostMb];
      }),
      finding('C9', 'start to ready on a filled folder, embedded', size === 'full' ? '<= 15 s' : '<= 5 s', async () => {
        await asked();
        const { seconds } = await startedAndStopped(folder, size);
        return [`${seconds.toFixed(1)} s`, seconds <= (size === 'full' ? 15 : 5)];
      }),
      finding('C11', 'storage of the logs, SQLite', '<= 450 bytes an event', async () => {
        await asked();
        const { bytes, events } = logsIn(folder);
        return [`${(bytes / events).toFixed(0)} bytes, ${events.toLocaleString('en')} events`, bytes / events <= 450];
      }),
    ],
    close() {
      temporary?.remove();
      return Promise.resolve();
    },
  };
}

async function startedAndStopped(data: string, profile: string): Promise<Filled> {
  const city = await startedCity(data, profile);
  const filled = { seconds: city.seconds, peakMb: city.peakMb() };
  await city.stop();
  return filled;
}

async function atWork<Found>(data: string, profile: string, find: (city: RunningCity) => Promise<Found>): Promise<Found> {
  const city = await startedCity(data, profile);
  try {
    return await find(city);
  } finally {
    await city.stop();
  }
}

/** What the officer of the city asks. */
async function officersQuestions(data: string, { url }: RunningCity): Promise<Questions> {
  const top = personasIn(data).find(({ login }) => login === 'city')?.organizationId ?? '';
  return questionsOf(await inquirerOf(url, 'city'), top);
}

/** Asked once to warm up and once for the record. */
const answered = (data: string, profile: string, ask: (questions: Questions) => Promise<readonly number[]>): Promise<readonly number[]> =>
  atWork(data, profile, async (city) => {
    const questions = await officersQuestions(data, city);
    await ask(questions);
    return ask(questions);
  });

/** Everything there is to ask. */
const peakWhileAsked = (data: string, profile: string): Promise<number> =>
  atWork(data, profile, async (city) => {
    const { members, tree, cockpit, cockpitThen } = await officersQuestions(data, city);
    for (const ask of [members, tree, cockpit, cockpitThen]) await ask();
    return city.peakMb();
  });

interface Times {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly slowest: number;
}

function timesOf(took: readonly number[]): Times {
  const sorted = [...took].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), slowest: at(1) };
}

const figure = (ms: number) => ms.toFixed(ms < 10 ? 2 : 0);
const said = ({ p50, p95, p99, slowest }: Times) => `p50 ${figure(p50)}, p95 ${figure(p95)}, p99 ${figure(p99)}, slowest ${figure(slowest)} ms`;

/** Pages of members of one branch each, as SQLite reads them from the index that serves them. */
function rawPages(data: string): readonly number[] {
  const rows = new DatabaseSync(join(data, 'members', 'read-models.db'), { readOnly: true });
  const table = rows.prepare(`SELECT name FROM sqlite_schema WHERE name GLOB 'rows_member_list_v*' AND name NOT GLOB '*_tallies' AND type = 'table'`).get();
  const name = `"${String(table?.['name'])}"`;
  const branches = rows.prepare(`SELECT DISTINCT "field:branchId" AS id FROM ${name} WHERE deleted = 0 LIMIT 200`).all();
  const page = rows.prepare(`SELECT key, body FROM ${name} WHERE deleted = 0 AND "field:branchId" = ? ORDER BY "field:joinedOn", key LIMIT 20`);
  const took = branches.map(({ id }) => {
    const from = performance.now();
    page.all(String(id)).forEach(({ body }) => JSON.parse(String(body)) as unknown);
    return performance.now() - from;
  });
  rows.close();
  return took;
}

function logsIn(data: string): Logs {
  const files = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('log.db'));
  const logs = files.map((name) => {
    const file = join(data, name);
    const log = new DatabaseSync(file, { readOnly: true });
    const counted = log
      .prepare(`SELECT sum(json_extract(meta, '$.actorId') = 'system:seed') AS seeded, sum(json_array_length(events)) AS events FROM commits`)
      .get();
    log.close();
    return { seeded: Number(counted?.seeded ?? 0), events: Number(counted?.events ?? 0), bytes: statSync(file).size };
  });
  return logs.reduce((sum, log) => ({ seeded: sum.seeded + log.seeded, events: sum.events + log.events, bytes: sum.bytes + log.bytes }));
}
