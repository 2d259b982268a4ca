import { inParallel } from '@zhitong/eventing/lanes.ts';
import { shanghaiDate } from '@zhitong/kernel';
import { pagesOf, Person, Problem, type Listener, type Page } from './api.ts';
import { follow } from './live.ts';

export interface TourOptions extends Listener {
  readonly url: string;
  /** Unique per tour: the idempotency keys of one tour repeat nothing of another. */
  readonly run: string;
  readonly tokenOf: (login: string) => Promise<string>;
  readonly say: (line: string) => void;
  readonly atOnce?: number;
}

/** What the tour measured; every figure was read back from the public API. */
export interface TourFigures {
  readonly communities: number;
  readonly deliveredMs: number;
  readonly acknowledgedMs: number;
  readonly acknowledged: number;
  readonly figuresBehindMs: number;
  readonly liveHints: number;
  readonly medianSeconds: number | null;
  readonly requestHolder: string;
  readonly requestState: string;
  readonly transferSteps: readonly string[];
  readonly branchesOfMember: readonly number[];
}

interface Organization {
  readonly organizationId: string;
  readonly name: string;
  readonly placeCode: string | null;
}
interface LevelProgress {
  readonly level: string;
  readonly addressees: number;
  readonly delivered: number;
  readonly acknowledgedOnTime: number;
  readonly medianSeconds: number | null;
}
interface Progress {
  readonly levels: readonly LevelProgress[];
}

const since = (start: number) => Math.round(performance.now() - start);

/** The main job of the city through its public door: a directive to every community, a request to who can decide, a member who moves. */
export async function runTour(options: TourOptions): Promise<TourFigures> {
  const log = new LogIns(options);
  const city = await log.as('city');
  const { organizationId: cityId } = (await city.query<{ grants: readonly Organization[] }>('/session')).grants[0] ?? { organizationId: '' };
  const communities = await pagesOf<Organization>(city, '/organizations?level=community&state=active');
  options.say(`city: ${communities.length} communities are on the network`);
  const directive = await directiveToAll(options, log, city, cityId, communities);
  const request = await requestToWhoDecides(options, log, communities);
  const transfer = await moveBetweenDistricts(options, log, communities);
  return { communities: communities.length, ...directive, ...request, ...transfer };
}

/** Logs people in once each. */
class LogIns {
  readonly #known = new Map<string, Promise<Person>>();
  constructor(private readonly options: TourOptions) {}

  as(login: string): Promise<Person> {
    const known = this.#known.get(login) ?? this.options.tokenOf(login).then((token) => new Person(this.options.url, token, login, this.options));
    this.#known.set(login, known);
    return known;
  }
}

async function directiveToAll(options: TourOptions, log: LogIns, city: Person, cityId: string, communities: readonly Organization[]) {
  const { run, say, url, tokenOf, atOnce = 32 } = options;
  const scope = { clauses: [{ subtreeOf: cityId, view: 'place', levels: ['community'] }] };
  const draft = await city.command(
    '/directives',
    { issuerId: cityId, kind: 'notice', title: '关于巡检的通知', text: '请各社区党委签收。', scope },
    `${run}/draft`,
  );
  const officers = new Map<string, Person>();
  await inParallel(communities, atOnce, async ({ placeCode }) => void officers.set(placeCode ?? '', await log.as(`community-${placeCode}`)));
  const live = await follow(url, await tokenOf('city'), [`directive:${draft.id}`]);

  const issued = performance.now();
  await city.command(`/directives/${draft.id}/issue`, {}, `${run}/issue`);
  const progressPath = `/directives/${draft.id}/progress?organizationId=${cityId}`;
  const level = ({ levels }: Progress) => levels.find((found) => found.level === 'community');
  await city.until<Progress>(progressPath, (progress) => level(progress)?.delivered === communities.length);
  const deliveredMs = since(issued);
  say(`directive: in the inbox of all ${communities.length} communities after ${deliveredMs} ms`);

  const started = performance.now();
  await inParallel(communities, atOnce, async ({ organizationId, placeCode }) => {
    const officer = officers.get(placeCode ?? '');
    await officer?.command(`/directives/${draft.id}/acknowledge`, { organizationId }, `${run}/acknowledge`);
  });
  const acknowledgedMs = since(started);
  const lastAcknowledged = performance.now();
  const progress = await city.until<Progress>(progressPath, (now) => level(now)?.acknowledgedOnTime === communities.length);
  const figuresBehindMs = since(lastAcknowledged);
  await live.until(() => live.hints() > 0);
  live.close();
  const reached = level(progress);
  say(
    `directive: ${reached?.acknowledgedOnTime} of ${reached?.addressees} acknowledged in ${acknowledgedMs} ms, the city's figures ${figuresBehindMs} ms behind, ${live.hints()} live hints`,
  );
  return {
    deliveredMs,
    acknowledgedMs,
    acknowledged: reached?.acknowledgedOnTime ?? 0,
    figuresBehindMs,
    liveHints: live.hints(),
    medianSeconds: reached?.medianSeconds ?? null,
  };
}

interface RequestView {
  readonly state: string;
  readonly holder: { readonly organizationId: string } | null;
  readonly holderName: string | null;
}

async function requestToWhoDecides({ run, say }: TourOptions, log: LogIns, communities: readonly Organization[]) {
  const [first] = communities;
  if (!first) throw new Error('There is no community');
  const submitter = await log.as(`community-${first.placeCode}`);
  const body = { organizationId: first.organizationId, topicCode: 'structure', text: '请协助理顺隶属关系。' };
  const { id } = await submitter.command('/requests', body, `${run}/request`);
  const path = (organizationId: string) => `/requests/${id}?organizationId=${organizationId}`;
  const routed = await submitter.until<RequestView>(path(first.organizationId), ({ holder }) => holder !== null);
  const holderId = routed.holder?.organizationId ?? '';
  const holder = await officerOf(log, first, holderId);
  await holder.command(`/requests/${id}/accept`, {}, `${run}/accept`);
  await holder.command(`/requests/${id}/answer`, { answer: 'done', text: '已办结。' }, `${run}/answer`);
  await submitter.command(`/requests/${id}/confirm`, {}, `${run}/confirm`);
  const ended = await submitter.until<RequestView>(path(first.organizationId), ({ state }) => state === 'confirmed');
  say(`request: held by ${routed.holderName ?? holderId}, answered, ${ended.state}`);
  return { requestHolder: routed.holderName ?? holderId, requestState: ended.state };
}

/** The holder is one of the levels above the submitter: the officer whose own organization it is. */
async function officerOf(log: LogIns, { placeCode }: Organization, holderId: string): Promise<Person> {
  const code = placeCode ?? '';
  const candidates = [`street-${code.slice(0, 9)}`, `district-${code.slice(0, 6)}`, 'district-440307-DP', 'city', `community-${code}`];
  for (const login of candidates) {
    const officer = await log.as(login).catch(() => undefined);
    const session = await officer?.query<{ grants: readonly Organization[] }>('/session');
    if (officer && session?.grants.some(({ organizationId }) => organizationId === holderId)) return officer;
  }
  throw new Error(`Nobody logs in for ${holderId}`);
}

interface Member {
  readonly personId: string;
  readonly branchId: string;
  readonly kind: string;
}

async function moveBetweenDistricts({ run, say }: TourOptions, log: LogIns, communities: readonly Organization[]) {
  const from = await withSpareMember(
    log,
    communities.filter(({ placeCode }) => placeCode?.startsWith('440303')),
  );
  const to = await withSpareMember(
    log,
    communities.filter(({ placeCode }) => placeCode?.startsWith('440304')),
  );
  const { personId } = from.member;
  const branches: number[] = [];
  const inOld = () => holds(from.secretary, from.branchId, personId);
  /** Two questions are not one instant: a member who left the old branch between them is asked for there once more. */
  const count = async () => {
    const before = await inOld();
    const inNew = await holds(to.secretary, to.branchId, personId);
    branches.push(Number(inNew) + Number(before && inNew ? await inOld() : before));
    return inNew;
  };
  const steps: string[] = [];
  const transfer = async (who: Person, step: string, body: object, id?: string) => {
    const { id: transferId } = await who.command(id === undefined ? '/transfers' : `/transfers/${id}/${step}`, body, `${run}/${step}`);
    steps.push(step);
    await count();
    return transferId;
  };
  const month = shanghaiDate(new Date().toISOString()).slice(0, 7);
  const id = await transfer(from.secretary, 'request', { personId, kind: 'withinCity', toCommitteeId: to.community.organizationId, duesPaidTo: month });
  await transfer(from.committee, 'approve', {}, id);
  await transfer(to.committee, 'accept', {}, id);
  await transfer(to.committee, 'assign-branch', { branchId: to.branchId }, id);
  await transfer(to.secretary, 'confirm-arrival', {}, id);
  const moved = performance.now();
  while (!(await count()) && performance.now() - moved < 30_000) continue;
  say(`transfer: ${steps.join(' -> ')}; branches of the member at each step: ${[...new Set(branches)].join(', ')}`);
  return { transferSteps: steps, branchesOfMember: branches };
}

interface Side {
  readonly community: Organization;
  readonly committee: Person;
  readonly secretary: Person;
  readonly branchId: string;
  readonly member: Member;
}

/** A community whose branch has a member nobody logs in as. */
async function withSpareMember(log: LogIns, communities: readonly Organization[]): Promise<Side> {
  for (const community of communities) {
    const secretary = await log.as(`branch-${community.placeCode}`);
    const session = await secretary.query<{ grants: readonly Organization[] }>('/session');
    const branchId = session.grants[0]?.organizationId ?? '';
    const { items } = await secretary.query<Page<Member>>(`/members?branchId=${branchId}&limit=50`);
    const posts = await secretary.query<Page<{ personId: string }>>(`/posts?organizationId=${branchId}`);
    const busy = new Set(posts.items.map(({ personId }) => personId));
    const member = items.findLast(({ personId, kind }) => kind === 'full' && !busy.has(personId));
    if (items.length >= 5 && member) return { community, committee: await log.as(`community-${community.placeCode}`), secretary, branchId, member };
  }
  throw new Error('No branch has a member to spare');
}

/** Whether a secretary finds the person in the own branch; after the move the old one finds nobody. */
async function holds(secretary: Person, branchId: string, personId: string): Promise<boolean> {
  try {
    const member = await secretary.query<Member>(`/members/${personId}`);
    return member.branchId === branchId;
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return false;
    throw error;
  }
}
