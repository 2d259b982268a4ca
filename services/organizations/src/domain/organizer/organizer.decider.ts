import { isWorking, type OrganizationState, type OrganizerGrade, type OrganizerResult } from '@zhitong/catalogue';
import type { OrganizerEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/organizer_events.ts';
import { assertNever, ensure, ensureFiled, shanghaiDate, type Decider, type EventOf, type Filing } from '@zhitong/kernel';
import { heldAs, type HeldPost } from '../worker/held-post.ts';

export type OrganizerEvent = EventOf<OrganizerEvents>;

interface About {
  /** Null when nobody holds it. */
  readonly post: HeldPost | null;
  readonly filing: Filing;
  readonly byId: string;
}
export interface SendOrganizer extends About {
  readonly type: 'SendOrganizer';
  readonly sentTo: { readonly id: string; readonly state: OrganizationState };
  readonly grade: OrganizerGrade;
  readonly sentOn: string;
}
export interface TrainOrganizer extends About {
  readonly type: 'TrainOrganizer';
  readonly trainedOn: string;
}
export interface ReviewOrganizer extends About {
  readonly type: 'ReviewOrganizer';
  readonly year: string;
  readonly result: OrganizerResult;
}
export type OrganizerCommand = SendOrganizer | TrainOrganizer | ReviewOrganizer;

export interface Organizer {
  readonly sent: { readonly toId: string; readonly grade: string; readonly on: string } | null;
  readonly trainedOn: readonly string[];
  /** By year. */
  readonly reviews: Readonly<Record<string, string>>;
}

const postOf = (command: OrganizerCommand, date: string) => {
  const { postId, organizationId, personId } = heldAs(command.post, 'organizer', date);
  return { postId, organizationId, personId };
};

function send({ sent }: Organizer, command: SendOrganizer): readonly OrganizerEvent[] {
  const { sentTo, grade, sentOn, filing, byId } = command;
  const post = postOf(command, sentOn);
  if (sent?.toId === sentTo.id && sent.grade === grade && sent.on <= sentOn) return [];
  ensure(isWorking(sentTo.state), 'STATE_NOT_ALLOWED', 'The organization is not active.', { state: sentTo.state });
  ensure(sent === null || sentOn >= sent.on, 'GRADED_LATER', 'The organizer was sent on a later day.', { fromOn: sent?.on ?? null });
  ensureFiled(sentOn, filing);
  return [{ type: 'OrganizerSent', data: { ...post, sentToId: sentTo.id, gradeCode: grade, sentOn, sentById: byId, lateReasonRef: filing.reasonRef } }];
}

function train({ trainedOn: before }: Organizer, command: TrainOrganizer): readonly OrganizerEvent[] {
  const { trainedOn, filing, byId } = command;
  const post = postOf(command, trainedOn);
  if (before.includes(trainedOn)) return [];
  ensureFiled(trainedOn, filing);
  return [{ type: 'OrganizerTrained', data: { ...post, trainedOn, recordedById: byId, lateReasonRef: filing.reasonRef } }];
}

/** Of a year in which the post was held, once it has begun. */
function review({ reviews }: Organizer, command: ReviewOrganizer): readonly OrganizerEvent[] {
  const { year, result, filing, byId } = command;
  const recordedOn = shanghaiDate(filing.at);
  const post = postOf(command, `${year}-12-31`);
  ensure(year <= recordedOn.slice(0, 4), 'FUTURE_DATED', 'The year lies ahead.', { year });
  if (reviews[year] === result) return [];
  return [{ type: 'OrganizerReviewed', data: { ...post, yearCode: year, resultCode: result, recordedById: byId, recordedOn } }];
}

/** ORG-29: one holding of the post of an organizer 组织员. It ends with the post. */
export const organizerDecider: Decider<Organizer, OrganizerCommand, OrganizerEvent> = {
  initial: { sent: null, trainedOn: [], reviews: {} },
  decide(organizer, command) {
    switch (command.type) {
      case 'SendOrganizer':
        return send(organizer, command);
      case 'TrainOrganizer':
        return train(organizer, command);
      case 'ReviewOrganizer':
        return review(organizer, command);
      default:
        return assertNever(command);
    }
  },
  evolve(organizer, { type, data }) {
    switch (type) {
      case 'OrganizerSent':
        return { ...organizer, sent: { toId: data.sentToId, grade: data.gradeCode, on: data.sentOn } };
      case 'OrganizerTrained':
        return { ...organizer, trainedOn: [...organizer.trainedOn, data.trainedOn] };
      case 'OrganizerReviewed':
        return { ...organizer, reviews: { ...organizer.reviews, [data.yearCode]: data.resultCode } };
      default:
        return assertNever(type);
    }
  },
};
