import * as operations from '@zhitong/catalogue/operations/facts.ts';
import { answer, endOfTime, filingOf, useCase, type Kit, type Moment } from '@zhitong/platform';
import { applicableTo, leads, type Attributes } from '../domain/facts/attributes.ts';
import type { FactsCommand } from '../domain/facts/facts.decider.ts';
import { factsStream } from '../domain/facts/facts.stream.ts';
import { postsStream } from '../domain/posts/posts.stream.ts';
import { organizationFactList, standingAt, type Stated } from '../projections/organization-facts.projection.ts';
import type { PostListRow } from '../projections/post-list.projection.ts';
import { actorOf, today } from './actor.ts';
import { isSeat, postsAt } from './committee.ts';
import { subjectOf } from './fact-subject.ts';
import { limitsAt, staffedOn, staffingOf } from './staffing.ts';

async function allowed(kit: Kit, organizationId: string) {
  await kit.allow({ organizationId });
  return { organizationId, subject: subjectOf(kit, organizationId), at: kit.call.now, byId: actorOf(kit).id };
}
const change = (kit: Kit, command: FactsCommand) => kit.handle(factsStream, command.organizationId, command, { receiptId: command.organizationId });

const setOrganizationAttributes = useCase(operations.setOrganizationAttributes, async ({ organizationId, ...attributes }, kit) =>
  change(kit, { type: 'SetAttributes', ...(await allowed(kit, organizationId)), attributes }),
);

const reviewStreetTeam = useCase(operations.reviewStreetTeam, async ({ organizationId, reason, ...body }, kit) => {
  const about = await allowed(kit, organizationId);
  const filing = await filingOf(kit, { usuallyBy: organizationId, reason, owner: { organizationId } });
  return change(kit, { type: 'ReviewTeam', ...about, ...body, filing });
});

const setSeatAttributes = useCase(operations.setSeatAttributes, async ({ organizationId, ...body }, kit) => {
  const about = await allowed(kit, organizationId);
  const { held } = (await kit.peek(postsStream, organizationId)).state;
  return change(kit, { type: 'SetSeat', ...about, ...body, isSeat: isSeat(held[body.postId]?.type) });
});

/** Seats of committees that somebody held then. */
export const seatsAt = async (kit: Kit, organizationIds: readonly string[], moment: Moment): Promise<readonly PostListRow[]> =>
  (await postsAt(kit, organizationIds, moment)).filter(({ type }) => isSeat(type));

const shownOf = (word: Stated<Attributes> | undefined) =>
  word === undefined
    ? null
    : {
        enterpriseClass: word.fact.enterpriseClass ?? null,
        partyInCharter: word.fact.partyInCharter ?? null,
        charterAdoptedOn: word.fact.charterAdoptedOn ?? null,
        proceduralRulesOn: word.fact.proceduralRulesOn ?? null,
        headDoublesAsSecretary: word.fact.headDoublesAsSecretary ?? null,
        hasDisciplineCommittee: word.fact.hasDisciplineCommittee ?? null,
        massOrganizations: [...word.fact.massOrganizations],
        seatPilot: word.fact.seatPilot,
        partTimePilot: word.fact.partTimePilot ?? null,
        fromOn: word.fromOn,
      };

const organizationFacts = answer(operations.organizationFacts, async ({ organizationId }, kit) => {
  await kit.allow({ organizationId });
  const subject = subjectOf(kit, organizationId);
  const now: Moment = { asOf: today(kit), knownAt: endOfTime };
  const row = await kit.rows(organizationFactList).get(organizationId);
  const seats = leads(subject, 'community') ? await seatsAt(kit, [organizationId], now) : [];
  const review = standingAt(row?.reviews, now);
  return {
    applicable: [...applicableTo(subject)],
    attributes: shownOf(standingAt(row?.attributes, now)),
    review: review === undefined ? null : { outcome: review.fact, reviewedOn: review.fromOn },
    seats: seats.length,
    seatsDescribed: seats.filter(({ postId }) => standingAt(row?.seats[postId], now) !== undefined).length,
    staffing: staffingOf(await staffedOn(kit, organizationId, subject, now.asOf), row, limitsAt(kit, organizationId, now.asOf), now),
    version: row?.version ?? 0,
    lagSeconds: kit.rows(organizationFactList).lagSeconds(),
  };
});

export const factUseCases = [setOrganizationAttributes, reviewStreetTeam, setSeatAttributes, organizationFacts];
