import * as operations from '@zhitong/catalogue/operations/workers.ts';
import { workerGradeClassesSchema, type PostType, type WorkerGrades } from '@zhitong/catalogue';
import { portions } from '@zhitong/eventing';
import { answer, filingOf, momentOf, useCase, type Kit, type Moment } from '@zhitong/platform';
import type { z } from 'zod';
import { organizerStream } from '../domain/organizer/organizer.stream.ts';
import { postsStream } from '../domain/posts/posts.stream.ts';
import type { HeldPost } from '../domain/worker/held-post.ts';
import { workerStream } from '../domain/worker/worker.stream.ts';
import { organizerAt, organizerList } from '../projections/organizer-list.projection.ts';
import type { OrganizationValidityRow } from '../projections/organization-validity.projection.ts';
import { postList } from '../projections/post-list.projection.ts';
import { gradeAt, workerList } from '../projections/worker-list.projection.ts';
import { actorOf } from './actor.ts';
import { postsAt } from './committee.ts';
import { communitiesThen } from './communities.ts';
import { nodeOf, pageInMemory } from './organization-rows.ts';
import { chunk, subtreeAsOf } from './tree-as-of.ts';

interface Holding {
  readonly postId: string;
  readonly organizationId: string;
  readonly reason?: string | undefined;
}

/** The holding as the log has it, and how a fact about it is filed. */
async function about(kit: Kit, { postId, organizationId, reason }: Holding) {
  await kit.allow({ organizationId });
  const held = (await kit.peek(postsStream, organizationId)).state.held[postId];
  const post: HeldPost | null = held === undefined ? null : { postId, ...held };
  return { post, filing: await filingOf(kit, { usuallyBy: organizationId, reason, owner: { organizationId } }), byId: actorOf(kit).id };
}

/** The rule of the day a grade begins. */
const gradesOn = ({ settings }: Kit, organizationId: string, day: string): WorkerGrades => ({
  count: settings.number('worker.gradeCount', day, organizationId),
  classes: workerGradeClassesSchema.parse(settings.json('worker.gradeClasses', day, organizationId)),
});

const placeWorker = useCase(operations.placeWorker, async ({ postId, organizationId, reason, ...body }, kit) => {
  const holding = await about(kit, { postId, organizationId, reason });
  const { level, placeCode } = nodeOf(kit.treeNow, organizationId);
  const place = { level, leadsPlace: placeCode !== null };
  return kit.handle(workerStream, postId, { type: 'PlaceWorker', ...holding, ...body, place, grades: gradesOn(kit, organizationId, body.fromOn) });
});

const gradeWorker = useCase(operations.gradeWorker, async ({ postId, organizationId, reason, ...body }, kit) => {
  const holding = await about(kit, { postId, organizationId, reason });
  return kit.handle(workerStream, postId, { type: 'GradeWorker', ...holding, ...body, grades: gradesOn(kit, organizationId, body.fromOn) });
});

const sendOrganizer = useCase(operations.sendOrganizer, async ({ postId, organizationId, reason, sentToId, ...body }, kit) => {
  const holding = await about(kit, { postId, organizationId, reason });
  const sentTo = { id: sentToId, state: nodeOf(kit.treeNow, sentToId).state };
  return kit.handle(organizerStream, postId, { type: 'SendOrganizer', ...holding, ...body, sentTo });
});

const trainOrganizer = useCase(operations.trainOrganizer, async ({ postId, organizationId, reason, trainedOn }, kit) =>
  kit.handle(organizerStream, postId, { type: 'TrainOrganizer', ...(await about(kit, { postId, organizationId, reason })), trainedOn }),
);

const reviewOrganizer = useCase(operations.reviewOrganizer, async ({ postId, organizationId, reason, year, result }, kit) =>
  kit.handle(organizerStream, postId, { type: 'ReviewOrganizer', ...(await about(kit, { postId, organizationId, reason })), year, result }),
);

type Asked = Pick<z.output<typeof operations.workerReport.input>, 'organizationId' | 'view'>;

/** Holdings of posts of one type in some organizations then, each once. */
async function holdingsIn(kit: Kit, organizations: readonly OrganizationValidityRow[], moment: Moment, type: PostType) {
  const names = new Map(organizations.map(({ organizationId, name }) => [organizationId, name]));
  const found = [];
  for (const ids of portions([...names.keys()], chunk))
    for (const { postId, organizationId: id, personId, fromOn } of await postsAt(kit, ids, moment, type))
      found.push({ postId, organizationId: id, organizationName: names.get(id) ?? id, personId, fromOn });
  return found;
}

async function workersIn(kit: Kit, asked: Asked, moment: Moment) {
  const held = await holdingsIn(kit, await communitiesThen(kit, asked, moment), moment, 'fullTimeWorker');
  const rows = await kit.rows(workerList).getMany(held.map(({ postId }) => postId));
  return held.map((post) => {
    const [row, grade] = [rows.get(post.postId), gradeAt(rows.get(post.postId), moment)];
    const reviewedOn = grade === undefined ? null : (row?.reviewedOn ?? null);
    return { ...post, grade: grade?.grade ?? null, class: grade?.class ?? null, gradedOn: grade?.fromOn ?? null, reviewedOn };
  });
}
type WorkerRow = Awaited<ReturnType<typeof workersIn>>[number];

const workersOf: Readonly<Record<(typeof operations.workerFigures)[number], (row: WorkerRow) => boolean>> = {
  workers: () => true,
  lead: (row) => row.class === 'lead',
  principal: (row) => row.class === 'principal',
  assistant: (row) => row.class === 'assistant',
  ungraded: ({ grade }) => grade === null,
};

async function organizersIn(kit: Kit, asked: Asked, moment: Moment) {
  const held = await holdingsIn(kit, await subtreeAsOf(kit, asked.organizationId, asked.view, moment), moment, 'organizer');
  const rows = await kit.rows(organizerList).getMany(held.map(({ postId }) => postId));
  return held.map((post) => {
    const { sent, trainedOn, reviewed } = organizerAt(rows.get(post.postId), moment);
    const sending = { sentToId: sent?.toId ?? null, grade: sent?.grade ?? null, sentOn: sent?.on ?? null };
    return { ...post, ...sending, trainedOn, reviewedYear: reviewed?.year ?? null, result: reviewed?.result ?? null };
  });
}
type OrganizerRow = Awaited<ReturnType<typeof organizersIn>>[number];

/** A review of the year before is owed by who held the post in it. */
const organizersOf = ({ asOf }: Moment): Readonly<Record<(typeof operations.organizerFigures)[number], (row: OrganizerRow) => boolean>> => {
  const year = asOf.slice(0, 4);
  const before = String(Number(year) - 1);
  return {
    organizers: () => true,
    unsent: ({ sentToId }) => sentToId === null,
    untrained: ({ trainedOn }) => trainedOn === null || trainedOn.slice(0, 4) < year,
    unreviewed: ({ reviewedYear, fromOn }) => fromOn.slice(0, 4) < year && (reviewedYear ?? '') < before,
  };
};

const lag = (kit: Kit, rows: Pick<ReturnType<Kit['rows']>, 'lagSeconds'>): number => Math.max(kit.rows(postList).lagSeconds(), rows.lagSeconds());

const idOf = ({ postId }: { readonly postId: string }): string => postId;

const workerReport = answer(operations.workerReport, async (asked, kit) => {
  await kit.allow({ organizationId: asked.organizationId });
  const moment = momentOf(kit, asked);
  const rows = await workersIn(kit, asked, moment);
  const count = (figure: keyof typeof workersOf) => rows.filter(workersOf[figure]).length;
  const classes = { lead: count('lead'), principal: count('principal'), assistant: count('assistant') };
  return { asOf: moment.asOf, workers: rows.length, ...classes, ungraded: count('ungraded'), lagSeconds: lag(kit, kit.rows(workerList)) };
});

const workerReportRows = answer(operations.workerReportRows, async ({ figure, limit, cursor, ...asked }, kit) => {
  await kit.allow({ organizationId: asked.organizationId });
  const rows = (await workersIn(kit, asked, momentOf(kit, asked))).filter(workersOf[figure]);
  const { page, ...rest } = pageInMemory(rows, idOf, limit, cursor);
  return { items: page, ...rest, lagSeconds: lag(kit, kit.rows(workerList)) };
});

const organizerReport = answer(operations.organizerReport, async (asked, kit) => {
  await kit.allow({ organizationId: asked.organizationId });
  const moment = momentOf(kit, asked);
  const rows = await organizersIn(kit, asked, moment);
  const of = organizersOf(moment);
  const count = (figure: keyof typeof of) => rows.filter(of[figure]).length;
  const missing = { unsent: count('unsent'), untrained: count('untrained'), unreviewed: count('unreviewed') };
  return { asOf: moment.asOf, organizers: rows.length, ...missing, lagSeconds: lag(kit, kit.rows(organizerList)) };
});

const organizerReportRows = answer(operations.organizerReportRows, async ({ figure, limit, cursor, ...asked }, kit) => {
  await kit.allow({ organizationId: asked.organizationId });
  const moment = momentOf(kit, asked);
  const rows = (await organizersIn(kit, asked, moment)).filter(organizersOf(moment)[figure]);
  const { page, ...rest } = pageInMemory(rows, idOf, limit, cursor);
  return { items: page, ...rest, lagSeconds: lag(kit, kit.rows(organizerList)) };
});

export const workerUseCases = [
  ...[placeWorker, gradeWorker, sendOrganizer, trainOrganizer, reviewOrganizer],
  ...[workerReport, workerReportRows, organizerReport, organizerReportRows],
];
