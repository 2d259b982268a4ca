import { shanghaiDate } from '@zhitong/kernel';
import type { Inquirer, Parameters } from './running-city.ts';

/** What people ask of a city, as the console asks it; milliseconds of every answer, at the gateway. */
export interface Questions {
  /** Pages of the list of members: filters, places and the pages behind the first. */
  members(): Promise<readonly number[]>;
  /** Opening organizations of the tree and searching it. */
  tree(): Promise<readonly number[]>;
  /** All figures of the cockpit, together as the page asks for them. */
  cockpit(): Promise<readonly number[]>;
  /** The same as of a day of the past. */
  cockpitThen(): Promise<readonly number[]>;
}

const rounds = 5;
const pages = 4;
const dayMs = 86_400_000;

interface Child {
  readonly organizationId: string;
  readonly name: string;
}

/** `top` is the organization of the city itself. */
export async function questionsOf(officer: Inquirer, top: string): Promise<Questions> {
  const childrenOf = async (id: string) => (await officer.ask(`/organizations/${id}/children`, { view: 'place' })).body as { readonly items: readonly Child[] };
  const path: Child[] = [{ organizationId: top, name: '' }];
  for (let children = await childrenOf(top); children.items[0] !== undefined; children = await childrenOf(children.items[0].organizationId))
    path.push(children.items[0]);
  const leaf = path.at(-1)?.organizationId ?? top;
  const past = shanghaiDate(new Date(Date.now() - dayMs).toISOString());
  return {
    members: () => repeated(() => allWalked(officer, '/members', memberFilters(path))),
    tree: () => repeated(() => all(officer, treeQuestions(path, leaf))),
    cockpit: () => repeated(() => together(officer, figures(top))),
    cockpitThen: () => repeated(() => together(officer, figuresThen(top, past))),
  };
}

type Question = readonly [path: string, parameters: Parameters];

const memberFilters = (path: readonly Child[]): readonly Parameters[] => [
  {},
  ...['full', 'provisional', 'suspended', 'ended'].map((state) => ({ state })),
  ...['full', 'provisional'].map((kind) => ({ kind })),
  { state: 'full', kind: 'full', joinedFrom: '2000-01-01', joinedUntil: '2010-12-31' },
  { joinedFrom: '2015-01-01' },
  { joinedUntil: '1990-12-31', limit: 200 },
  ...path.map(({ organizationId: scope }) => ({ scope, view: 'place' })),
];

const treeQuestions = (path: readonly Child[], leaf: string): readonly Question[] => [
  ...path.flatMap(({ organizationId }): readonly Question[] => [
    [`/organizations/${organizationId}/children`, { view: 'place' }],
    [`/organizations/${organizationId}/children`, { view: 'line' }],
    [`/organizations/${organizationId}`, {}],
  ]),
  ...path.slice(1).map(({ name }): Question => ['/organizations', { name, view: 'place' }]),
  ['/organizations', { initials: 'ztx' }],
  ['/organizations', { kind: 'branch', sector: 'community', view: 'place' }],
  ['/organizations', { scope: leaf }],
  ['/organization-directory', { text: path[1]?.name ?? '' }],
];

const figures = (top: string): readonly Question[] => [
  ...['organizations', 'members'].map((context): Question => [`/contexts/${context}/figures`, { organizationId: top, view: 'place' }]),
  ['/directives/attenuation', { organizationId: top, fromMonth: shanghaiDate(new Date(Date.now() - 334 * dayMs).toISOString()).slice(0, 7), months: 12 }],
  ['/requests/on-time', { organizationId: top }],
];

const figuresThen = (top: string, asOf: string): readonly Question[] => [
  [`/organizations/${top}/structure-report`, { view: 'place', asOf }],
  [`/organizations/${top}/member-report`, { asOf }],
  [`/organizations/${top}/transfer-report`, { asOf }],
];

async function repeated(once: () => Promise<readonly number[]>): Promise<readonly number[]> {
  const took: number[] = [];
  for (let round = 0; round < rounds; round += 1) took.push(...(await once()));
  return took;
}

/** One after the other, as one person asks. */
async function all(officer: Inquirer, questions: readonly Question[]): Promise<readonly number[]> {
  const took: number[] = [];
  for (const [path, parameters] of questions) took.push((await officer.ask(path, parameters)).ms);
  return took;
}

/** The slowest of what a page asks for at once. */
async function together(officer: Inquirer, questions: readonly Question[]): Promise<readonly number[]> {
  const answers = await Promise.all(questions.map(([path, parameters]) => officer.ask(path, parameters)));
  return [Math.max(...answers.map(({ ms }) => ms))];
}

async function allWalked(officer: Inquirer, path: string, lists: readonly Parameters[]): Promise<readonly number[]> {
  const took: number[] = [];
  for (const asked of lists) took.push(...(await walked(officer, path, asked)));
  return took;
}

/** The first pages of a list. */
async function walked(officer: Inquirer, path: string, asked: Parameters): Promise<readonly number[]> {
  const took: number[] = [];
  let cursor: string | undefined;
  do {
    const { ms, body } = await officer.ask(path, cursor === undefined ? asked : { ...asked, cursor });
    took.push(ms);
    cursor = (body as { readonly next?: string }).next;
  } while (cursor !== undefined && took.length < pages);
  return took;
}
