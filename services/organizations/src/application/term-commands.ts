import * as operations from '@zhitong/catalogue/operations/terms.ts';
import { filingOf, useCase, type Kit } from '@zhitong/platform';
import type { Organ } from '../domain/term/term-length.ts';
import { termStream } from '../domain/term/term.stream.ts';
import { membersIn, membersKey, membership } from '../projections/membership.projection.ts';
import { actorOf, memberFacts } from './actor.ts';
import { nodeOf } from './organization-rows.ts';

const by = (kit: Kit) => ({ at: kit.call.now, byId: actorOf(kit).id });
const filed = (kit: Kit, organizationId: string, reason: string | undefined) => filingOf(kit, { usuallyBy: organizationId, reason, owner: { organizationId } });

/** Lengths in force on the first day of the term they are for. */
function organOf(kit: Kit, organizationId: string, startsOn: string): Organ {
  const { kind } = nodeOf(kit.treeNow, organizationId);
  const years = (of: string) => kit.settings.number(`term.years.${of}`, startsOn, organizationId);
  const ofCommunity = kit.treeNow.path(organizationId, 'line').some((id) => kit.treeNow.node(id)?.level === 'community');
  return { organizationId, kind, ofCommunity, years: { committee: years('committee'), branch: years('branch'), community: years('community') } };
}

const enterTerm = useCase(operations.enterTerm, async ({ organizationId, startsOn, reason }, kit) => {
  await kit.allow({ organizationId });
  return kit.handle(termStream, organizationId, {
    type: 'EnterTerm',
    ...organOf(kit, organizationId, startsOn),
    organizationState: nodeOf(kit.treeNow, organizationId).state,
    termId: kit.newId('trm'),
    startsOn,
    filing: await filed(kit, organizationId, reason),
    ...by(kit),
  });
});

const confirmTermReminder = useCase(operations.confirmTermReminder, async ({ organizationId, ...body }, kit) => {
  await kit.allow({ organizationId });
  return kit.handle(termStream, organizationId, { type: 'ConfirmReminder', organizationId, ...body, ...by(kit) });
});

const requestTermShift = useCase(operations.requestTermShift, async ({ organizationId, ...body }, kit) => {
  await kit.allow({ organizationId });
  const maxShiftMonths = kit.settings.number('term.maxShiftMonths', kit.call.now, organizationId);
  return kit.handle(termStream, organizationId, { type: 'RequestShift', organizationId, maxShiftMonths, ...body, ...by(kit) });
});

const approveTermShift = useCase(operations.approveTermShift, async ({ organizationId }, kit) => {
  await kit.allow({ organizationId });
  return kit.handle(termStream, organizationId, { type: 'ApproveShift', organizationId, ...by(kit) });
});

/** Members of the organization and of everything below it, its own full members, and candidates who are none. */
async function electorate(kit: Kit, organizationId: string, candidateIds: readonly string[]) {
  const [tallies, candidates] = await Promise.all([
    kit.rows(membership).tallies(kit.treeNow.subtree(organizationId, 'line').map(membersKey)),
    memberFacts(kit, candidateIds),
  ]);
  return {
    members: [...tallies.values()].reduce((sum, tally) => sum + membersIn(tally), 0),
    fullMembers: tallies.get(membersKey(organizationId))?.['full'] ?? 0,
    unfitIds: candidates.flatMap(({ personId, standing }) => (standing === 'full' ? [] : [personId])),
  };
}

const callElection = useCase(operations.callElection, async ({ organizationId, ...body }, kit) => {
  await kit.allow({ organizationId });
  const electionId = kit.newId('elc');
  const command = {
    type: 'CallElection',
    organ: organOf(kit, organizationId, body.ballotOn),
    organizationState: nodeOf(kit.treeNow, organizationId).state,
    electionId,
    committeeFrom: kit.settings.number('branch.committeeFrom', kit.call.now, organizationId),
    ...(await electorate(kit, organizationId, body.candidateIds)),
    ...body,
    ...by(kit),
  } as const;
  return kit.handle(termStream, organizationId, command, { receiptId: electionId });
});

const recordElectionResult = useCase(operations.recordElectionResult, async ({ organizationId, reason, ...body }, kit) => {
  await kit.allow({ organizationId });
  const filing = await filed(kit, organizationId, reason);
  return kit.handle(termStream, organizationId, { type: 'RecordResult', organizationId, ...body, filing, ...by(kit) });
});

const orderRunoff = useCase(operations.orderRunoff, async ({ organizationId, reason, ...body }, kit) => {
  await kit.allow({ organizationId });
  const filing = await filed(kit, organizationId, reason);
  return kit.handle(termStream, organizationId, { type: 'OrderRunoff', organizationId, ...body, filing, ...by(kit) });
});

const approveElection = useCase(operations.approveElection, async ({ organizationId, ...body }, kit) => {
  await kit.allow({ organizationId });
  const { state } = await kit.peek(termStream, organizationId);
  const organ = organOf(kit, organizationId, state.election?.lastBallotOn ?? kit.call.now);
  return kit.handle(termStream, organizationId, { type: 'ApproveElection', organ, termId: kit.newId('trm'), ...body, ...by(kit) });
});

export const termCommands = [
  enterTerm,
  confirmTermReminder,
  requestTermShift,
  approveTermShift,
  callElection,
  recordElectionResult,
  orderRunoff,
  approveElection,
];
