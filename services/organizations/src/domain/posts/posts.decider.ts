import { addMonths, assertNever, ensure, ensureFiled, Rejected, type Decider, type EventOf, type Filing } from '@zhitong/kernel';
import { isWorking, postTypes, type ConcurrentOffice, type OrganizationState, type PostType, type VacancyCause } from '@zhitong/catalogue';
import type { PostsEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/posts_events.ts';

export type PostsEvent = EventOf<PostsEvents>;

interface Dated {
  readonly filing: Filing;
  readonly byId: string;
}

export interface Fill extends Dated {
  readonly type: 'Fill';
  readonly postId: string;
  readonly organizationId: string;
  readonly organizationState: OrganizationState;
  readonly post: PostType;
  readonly personId: string;
  readonly standing: 'full' | 'provisional' | 'suspended' | 'none';
  /** Party age counts from the full membership. */
  readonly fullFromOn: string | null;
  readonly portfolioCode?: string | undefined;
  readonly concurrentAs: readonly ConcurrentOffice[];
  readonly fromOn: string;
  readonly reasonCode?: string | undefined;
  readonly secretaryPartyYears: number;
}
export interface Vacate extends Dated {
  readonly type: 'Vacate';
  readonly postId: string;
  readonly vacatedOn: string;
  readonly cause: VacancyCause;
}
export type PostsCommand = Fill | Vacate;

interface Held {
  readonly organizationId: string;
  readonly type: PostType;
  readonly personId: string;
  readonly fromOn: string;
}
interface Posts {
  readonly held: Readonly<Record<string, Held>>;
  readonly vacated: readonly string[];
}

/** `W!PARTY_AGE_UNDER_1Y`: a secretary of less party age needs a reason. */
function warningsOf({ post, fullFromOn, fromOn, reasonCode, secretaryPartyYears }: Fill): string[] {
  if (post !== 'secretary' || fullFromOn === null) return [];
  const oldEnoughOn = addMonths(fullFromOn, 12 * secretaryPartyYears);
  if (fromOn >= oldEnoughOn) return [];
  ensure(reasonCode !== undefined, 'REASON_REQUIRED', 'A secretary of so little party age needs a reason.', { warning: 'PARTY_AGE_UNDER_1Y', oldEnoughOn });
  return ['PARTY_AGE_UNDER_1Y'];
}

/** ORG-21. */
function fill({ held, vacated }: Posts, command: Fill): readonly PostsEvent[] {
  const { postId, organizationId, organizationState, post, personId, standing, fromOn, portfolioCode, concurrentAs, reasonCode } = command;
  if (held[postId] !== undefined || vacated.includes(postId)) return [];
  ensure(isWorking(organizationState), 'STATE_NOT_ALLOWED', 'The organization is not active.', { state: organizationState });
  ensure(standing === 'full', 'NOT_FULL_MEMBER', 'Only a full member who is not suspended holds a post.', { standing });
  const taken = Object.entries(held).find(([, other]) => other.type === post && (post === 'secretary' || other.personId === personId));
  ensure(taken === undefined, 'POST_TAKEN', 'The post is held already.', { postId: taken?.[0] ?? null });
  ensureFiled(fromOn, command.filing);
  const warnings = warningsOf(command);
  const data = {
    postId,
    organizationId,
    personId,
    type: post,
    portfolioCode,
    concurrentAsCodes: [...concurrentAs],
    fromOn,
    filledById: command.byId,
    reasonCode,
    warnings,
    lateReasonRef: command.filing.reasonRef,
  };
  return [{ type: 'PostFilled', data }];
}

function vacate({ held, vacated }: Posts, command: Vacate): readonly PostsEvent[] {
  const { postId, vacatedOn, cause, byId } = command;
  if (vacated.includes(postId)) return [];
  const post = held[postId];
  if (post === undefined) throw new Rejected('NOT_FOUND', 'There is no such post.');
  ensureFiled(vacatedOn, command.filing);
  ensure(vacatedOn >= post.fromOn, 'VACATED_BEFORE_FILLED', 'The post was filled later.', { fromOn: post.fromOn });
  const { organizationId, personId, type } = post;
  return [
    {
      type: 'PostVacated',
      data: { postId, organizationId, personId, type, vacatedOn, causeCode: cause, vacatedById: byId, lateReasonRef: command.filing.reasonRef },
    },
  ];
}

/** Who holds which post of one organization; one live secretary. */
export const postsDecider: Decider<Posts, PostsCommand, PostsEvent> = {
  initial: { held: {}, vacated: [] },
  decide(posts, command) {
    switch (command.type) {
      case 'Fill':
        return fill(posts, command);
      case 'Vacate':
        return vacate(posts, command);
      default:
        return assertNever(command);
    }
  },
  evolve(posts, { type, data }) {
    switch (type) {
      case 'PostFilled': {
        const { organizationId, personId, fromOn } = data;
        return { ...posts, held: { ...posts.held, [data.postId]: { organizationId, personId, fromOn, type: postTypes.parse(data.type) } } };
      }
      case 'PostVacated': {
        const { [data.postId]: _left, ...held } = posts.held;
        return { held, vacated: [...posts.vacated, data.postId] };
      }
      default:
        return assertNever(type);
    }
  },
};
