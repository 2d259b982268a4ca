import * as operations from '@zhitong/catalogue/operations/requests.ts';
import { isWorking, type RequestOffice } from '@zhitong/catalogue';
import { Rejected } from '@zhitong/kernel';
import { useCase, type Kit } from '@zhitong/platform';
import { ensureTopicAllowed } from '../domain/request/ask-request.ts';
import type { RequestSettings } from '../domain/request/request-clock.ts';
import { commonSuperior, nextUp, routeRequest, type Holder } from '../domain/request/request-routing.ts';
import type { Submitted } from '../domain/request/request-state.ts';
import { requestStream } from '../domain/request/request.stream.ts';
import { requestList } from '../projections/request-list.projection.ts';
import { actorOf } from './actor.ts';
import { requestSettings, topicAt } from './link-settings.ts';

/** A request that was submitted; what is not there cannot be acted on. */
async function submittedRequest(kit: Kit, requestId: string): Promise<Submitted> {
  const { state } = await kit.peek(requestStream, requestId);
  if (state.status === 'absent') throw new Rejected('NOT_FOUND', 'There is no such request.');
  return state;
}

async function asSubmitter(kit: Kit, requestId: string): Promise<Submitted> {
  const request = await submittedRequest(kit, requestId);
  await kit.allow({ organizationId: request.submitterId });
  return request;
}

async function asHolder(kit: Kit, requestId: string): Promise<Submitted> {
  const request = await submittedRequest(kit, requestId);
  await kit.allow({ organizationId: request.holder?.organizationId ?? request.submitterId });
  return request;
}

const settingsOf = (kit: Kit, { submitterId }: Submitted): RequestSettings => requestSettings(kit.settings, kit.call.now, submitterId);

const above = (kit: Kit) => (holder: Holder, view: 'line' | 'place') => nextUp(kit.treeNow, holder, view);

function holderAt(kit: Kit, organizationId: string, office: RequestOffice): Holder {
  const node = kit.treeNow.node(organizationId);
  if (node === undefined || !isWorking(node.state)) throw new Rejected('NOT_FOUND', 'There is no such organization.', { organizationId });
  return { organizationId, office, level: node.level };
}

const officeOf = (request: Submitted, office: RequestOffice | undefined): RequestOffice => office ?? request.holder?.office ?? 'partyBuildingOffice';

/** Lowest organization above all who held it, and the one it goes to. */
const superiorOf = (kit: Kit, { holderIds, view }: Submitted, ...to: readonly string[]) => commonSuperior(kit.treeNow, [...holderIds, ...to], view);

const submitRequest = useCase(operations.submitRequest, async ({ organizationId, topicCode, text, urgent, level }, kit) => {
  await kit.allow({ organizationId });
  ensureTopicAllowed(topicCode);
  const at = kit.call.now;
  const topic = topicAt(kit.settings, at, topicCode);
  const route = routeRequest(kit.treeNow, topic, organizationId, level);
  const open = await kit.rows(requestList).count(
    [
      { field: 'submitterId', eq: organizationId },
      { field: 'topicCode', eq: topicCode },
      { field: 'open', eq: true },
    ],
    1,
  );
  const requestId = kit.newId('req');
  return kit.handle(requestStream, requestId, {
    type: 'SubmitRequest',
    requestId,
    submitterId: organizationId,
    actorId: actorOf(kit).id,
    topic,
    route,
    urgent,
    textRef: await kit.content.seal({ organizationId }, 'text', text),
    anotherIsOpen: open.count > 0,
    treeVersion: kit.treeNow.version,
    at,
    settings: requestSettings(kit.settings, at, organizationId),
  });
});

const acceptRequest = useCase(operations.acceptRequest, async ({ requestId, officerId }, kit) => {
  await asHolder(kit, requestId);
  return kit.handle(requestStream, requestId, { type: 'AcceptRequest', at: kit.call.now, officerId: officerId ?? actorOf(kit).id });
});

const rerouteRequest = useCase(operations.rerouteRequest, async ({ requestId, toOrganizationId, office, reason }, kit) => {
  const request = await asHolder(kit, requestId);
  const to = toOrganizationId === undefined ? undefined : holderAt(kit, toOrganizationId, officeOf(request, office));
  const reasonRef = await kit.content.seal({ organizationId: request.submitterId }, 'reason', reason);
  const commonSuperiorId = superiorOf(kit, request, ...(to === undefined ? [] : [to.organizationId]));
  const command = { type: 'RerouteRequest', at: kit.call.now, to, reasonRef, commonSuperiorId, settings: settingsOf(kit, request) } as const;
  return kit.handle(requestStream, requestId, command);
});

const decideRequestHolder = useCase(operations.decideRequestHolder, async ({ requestId, toOrganizationId, office }, kit) => {
  const request = await submittedRequest(kit, requestId);
  const commonSuperiorId = superiorOf(kit, request);
  await kit.allow({ organizationId: commonSuperiorId ?? request.submitterId });
  const to = holderAt(kit, toOrganizationId, officeOf(request, office));
  const decidedById = actorOf(kit).organizationId ?? '';
  return kit.handle(requestStream, requestId, {
    type: 'DecideRequestHolder',
    at: kit.call.now,
    to,
    decidedById,
    commonSuperiorId,
    settings: settingsOf(kit, request),
  });
});

const pauseRequest = useCase(operations.pauseRequest, async ({ requestId, reason }, kit) => {
  const request = await asHolder(kit, requestId);
  const reasonRef = await kit.content.seal({ organizationId: request.submitterId }, 'reason', reason);
  return kit.handle(requestStream, requestId, { type: 'PauseRequest', at: kit.call.now, reasonRef, settings: settingsOf(kit, request) });
});

const resumeRequest = useCase(operations.resumeRequest, async ({ requestId, note }, kit) => {
  const request = await asSubmitter(kit, requestId);
  const noteRef = note === undefined ? undefined : await kit.content.seal({ organizationId: request.submitterId }, 'note', note);
  return kit.handle(requestStream, requestId, { type: 'ResumeRequest', at: kit.call.now, noteRef, settings: settingsOf(kit, request) });
});

const answerRequest = useCase(operations.answerRequest, async ({ requestId, answer, text, plannedOn }, kit) => {
  const request = await asHolder(kit, requestId);
  const textRef = await kit.content.seal({ organizationId: request.submitterId }, 'answer', text);
  return kit.handle(requestStream, requestId, { type: 'AnswerRequest', at: kit.call.now, answer, textRef, plannedOn, settings: settingsOf(kit, request) });
});

const confirmRequest = useCase(operations.confirmRequest, async ({ requestId }, kit) => {
  await asSubmitter(kit, requestId);
  return kit.handle(requestStream, requestId, { type: 'ConfirmRequest', at: kit.call.now });
});

const reopenRequest = useCase(operations.reopenRequest, async ({ requestId, reason }, kit) => {
  const request = await asSubmitter(kit, requestId);
  const reasonRef = await kit.content.seal({ organizationId: request.submitterId }, 'reason', reason);
  return kit.handle(requestStream, requestId, { type: 'ReopenRequest', at: kit.call.now, reasonRef, above: above(kit), settings: settingsOf(kit, request) });
});

const withdrawRequest = useCase(operations.withdrawRequest, async ({ requestId }, kit) => {
  await asSubmitter(kit, requestId);
  return kit.handle(requestStream, requestId, { type: 'WithdrawRequest', at: kit.call.now });
});

export const requestCommands = [
  submitRequest,
  acceptRequest,
  rerouteRequest,
  decideRequestHolder,
  pauseRequest,
  resumeRequest,
  answerRequest,
  confirmRequest,
  reopenRequest,
  withdrawRequest,
];
