import { developmentIssuer, type Receipt } from '@zhitong/catalogue';
import { backoff, inParallel, portions } from '@zhitong/eventing';
import { Rejected } from '@zhitong/kernel';
import { organizationIdOf, planOrganizations, type PlannedOrganization } from './organizations.ts';
import { planLogins, type PlannedLogin } from './personas.ts';
import { planMembers, planPlaces, type Place } from './members.ts';
import { planLife, type PlannedHolding, type PlannedReserve } from './life.ts';
import { planMeetings } from './meetings.ts';
import type { Profile } from './profile.ts';
import { planTerms } from './terms.ts';
import { planUnits } from './units.ts';

/** Sends one command through the rules, as the importer. The key makes it repeatable: a seeding that was cut off goes on. */
export type Send = (operation: string, input: object, key: string) => Promise<Receipt>;

export interface SeedOptions {
  readonly profile: Profile;
  readonly seed: number;
  /** Shanghai date all dates are counted from. */
  readonly baseDate: string;
  readonly send: Send;
  /** What to fill instead of the organizations of the profile. */
  readonly organizations?: readonly PlannedOrganization[];
  readonly progress: (step: string, done: number, of: number) => void;
  /** Ends once every service has read what was sent; asking a service again and again for what it has not read yet keeps it from reading. */
  readonly settled?: () => Promise<void>;
  readonly concurrency?: number;
  /** Running terms are entered too; default true. */
  readonly terms?: boolean;
  /** Coverage ledgers of communities are filled too; default true. */
  readonly units?: boolean;
  /** Announced meetings are entered too; default true. */
  readonly meetings?: boolean;
  /** What has happened is entered too, meetings held and people in reserve; default true. */
  readonly life?: boolean;
}

/** A log-in as the development issuer offers it. */
export interface Persona {
  readonly login: string;
  readonly group: PlannedLogin['group'];
  /** Post or role, as a code. */
  readonly title: string;
  readonly description: string;
  readonly personId: string;
  readonly organizationId: string;
  readonly organizationName: string;
  /** Offered in the picker; the others can be named. */
  readonly shown: boolean;
}

const batchSize = 200;

/** Fills an empty installation by commands only. @returns everybody who can log in. */
export async function seedCity(options: SeedOptions): Promise<readonly Persona[]> {
  const { profile, seed, baseDate, send } = options;
  const { organizations = planOrganizations(profile, seed) } = options;
  const idOf = (key: string) => organizationIdOf(seed, key);
  for (const [index, batch] of [...portions(organizations, batchSize)].entries()) {
    const planned = batch.map(({ key: _key, lineParent, placeParent, ...organization }) => ({
      ...organization,
      ...(lineParent === undefined ? {} : { lineParentId: idOf(lineParent) }),
      ...(placeParent === undefined ? {} : { placeParentId: idOf(placeParent) }),
    }));
    await send('registerOrganizations', { organizations: planned, effectiveOn: baseDate }, `organizations/${index}`);
    options.progress('organizations', Math.min((index + 1) * batchSize, organizations.length), organizations.length);
  }
  if (options.terms !== false) await enterTerms(options, organizations, idOf);
  if (options.meetings !== false) await announceMeetings(options, organizations, idOf);
  if (options.units !== false) await fillLedgers(options, organizations, idOf);
  const places = planPlaces(profile, seed, organizations);
  const logins = planLogins(organizations, places);
  const { holdings, reserves } = options.life === false ? { holdings: [], reserves: [] } : planLife(organizations, seed, baseDate);
  const present = holdings.flatMap((holding) => holding.present);
  const wanted = new Set([...logins, ...reserves].map(({ member }) => member).concat(present));
  const persons = await registerMembers(options, places, idOf, wanted);
  await options.settled?.();
  await Promise.all([
    step(options, 'posts', logins, logins.length, (login) => admit(options, login, idOf, persons)),
    ...holdings.map((holding) => hold(options, holding, idOf, persons)),
    ...reserves.map((reserve) => putInReserve(options, reserve, idOf, persons)),
  ]);
  const names = new Map(organizations.map(({ key, name }) => [key, name]));
  return logins.map(({ login, group, organization, member, post, role, shown }) => ({
    login,
    group,
    personId: persons.get(member) ?? '',
    organizationId: idOf(organization),
    organizationName: names.get(organization) ?? '',
    title: post ?? role ?? 'member',
    description: member,
    shown,
  }));
}

async function enterTerms(options: SeedOptions, organizations: readonly PlannedOrganization[], idOf: (key: string) => string): Promise<void> {
  const planned = planTerms(organizations, options.seed, options.baseDate);
  await step(options, 'terms', planned, planned.length, async ({ key, startsOn }) => {
    await patiently(() => options.send('enterTerm', { organizationId: idOf(key), startsOn }, `term/${key}`), ['NOT_FOUND']);
  });
}

async function announceMeetings(options: SeedOptions, organizations: readonly PlannedOrganization[], idOf: (key: string) => string): Promise<void> {
  const { send, seed, baseDate } = options;
  const planned = planMeetings(organizations, seed, baseDate);
  await step(options, 'meetings', planned, planned.length, async ({ key, ...meeting }) => {
    const plan = { organizationId: idOf(key), ...meeting };
    const { id: meetingId } = await patiently(() => send('planMeeting', plan, `meeting/${key}`), ['NOT_FOUND']);
    await send('notifyMeeting', { meetingId }, `notice/${key}`);
  });
}

async function fillLedgers(options: SeedOptions, organizations: readonly PlannedOrganization[], idOf: (key: string) => string): Promise<void> {
  const planned = planUnits(organizations, options.seed, options.baseDate);
  await step(options, 'units', planned, planned.length, async ({ key, keeper, coveredBy, ...unit }) => {
    const { id: unitId } = await patiently(() => options.send('registerUnit', { organizationId: idOf(keeper), ...unit }, `unit/${key}`), ['NOT_FOUND']);
    if (coveredBy !== undefined) await options.send('coverUnit', { unitId, coveringOrgId: idOf(coveredBy) }, `unit/${key}/cover`);
  });
}

/** Person ids of the members who will log in, by the member's key. */
async function registerMembers(
  options: SeedOptions,
  places: readonly Place[],
  idOf: (key: string) => string,
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const persons = new Map<string, string>();
  const members = planMembers(places, options.seed, options.baseDate);
  await step(options, 'members', members, places.length, async ({ key, branch, ...member }) => {
    const registered = { ...member, source: 'initialLoad', branchId: idOf(branch) };
    const { id } = await patiently(() => options.send('registerMember', registered, `member/${key}`), ['BRANCH_NOT_ACTIVE', 'NOT_FOUND']);
    if (wanted.has(key)) persons.set(key, id);
  });
  return persons;
}

function personOf(persons: ReadonlyMap<string, string>, member: string): string {
  const personId = persons.get(member);
  if (personId === undefined) throw new Error(`Member ${member} was not planned`);
  return personId;
}

async function admit({ send, baseDate }: SeedOptions, login: PlannedLogin, idOf: (key: string) => string, persons: ReadonlyMap<string, string>): Promise<void> {
  const personId = personOf(persons, login.member);
  const organizationId = idOf(login.organization);
  if (login.post) {
    const post = { organizationId, personId, type: login.post, fromOn: baseDate };
    await patiently(() => send('fillPost', post, `post/${login.login}`), ['NOT_FULL_MEMBER']);
  }
  if (login.role) await send('giveGrant', { personId, role: login.role, organizationId, view: 'line', fromOn: baseDate }, `grant/${login.login}`);
  await send('openAccount', { issuer: developmentIssuer, subject: login.login, personId }, `account/${login.login}`);
}

async function hold({ send }: SeedOptions, holding: PlannedHolding, idOf: (key: string) => string, persons: ReadonlyMap<string, string>): Promise<void> {
  const { key, startsAt, heldOn, present } = holding;
  const plan = { organizationId: idOf(key), startsAt, kinds: ['themeDay'], title: '主题党日', agenda: '一、第一议题学习\n二、交流讨论' };
  const { id: meetingId } = await patiently(() => send('planMeeting', plan, `holding/${key}`), ['NOT_FOUND']);
  // Announced while it lies ahead, else entered after its time.
  await unless(['DATE_PASSED'], () => send('notifyMeeting', { meetingId }, `holding/${key}/notice`));
  await send('holdMeeting', { meetingId, heldOn }, `holding/${key}/hold`);
  await Promise.all(
    present.map((member) => {
      const attendance = { meetingId, personId: personOf(persons, member), mark: 'present' };
      return patiently(() => send('recordAttendance', attendance, `holding/${member}`), ['NOT_FOUND', 'WRONG_BRANCH']);
    }),
  );
}

async function putInReserve(
  { send }: SeedOptions,
  reserve: PlannedReserve,
  idOf: (key: string) => string,
  persons: ReadonlyMap<string, string>,
): Promise<void> {
  const { community, member, trained, ...described } = reserve;
  const one = { organizationId: idOf(community), personId: personOf(persons, member) };
  await patiently(() => send('listReserveCadre', { ...one, ...described }, `reserve/${member}`), ['NOT_FOUND', 'NOT_FULL_MEMBER']);
  if (trained) await send('trainReserveCadre', one, `reserve/${member}/train`);
}

async function unless(codes: readonly string[], send: () => Promise<unknown>): Promise<void> {
  try {
    await send();
  } catch (error) {
    if (!(error instanceof Rejected) || !codes.includes(error.code)) throw error;
  }
}

/** As long as another service may need to hear of something while everything starts at once. */
const patienceMs = 300_000;
const pauses = { minMs: 50, maxMs: 2_000 };

/** Another service may not have heard yet: asks again, then lets the refusal through. */
async function patiently<Result>(send: () => Promise<Result>, codes: readonly string[]): Promise<Result> {
  const until = performance.now() + patienceMs;
  for (let failures = 1; ; failures++) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof Rejected) || !codes.includes(error.code) || performance.now() > until) throw error;
      await backoff(failures, pauses);
    }
  }
}

async function step<Item>(
  { progress, concurrency = 256 }: SeedOptions,
  name: string,
  items: Iterable<Item>,
  count: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  let done = 0;
  await inParallel(items, Math.min(concurrency, count), async (item) => {
    await work(item);
    progress(name, ++done, count);
  });
}
