import { addMonths, assertNever, ensure, ensureFiled, Rejected, shanghaiDate, type Decider, type EventOf, type Filing } from '@zhitong/kernel';
import {
  isWorking,
  postTypes,
  type ConcurrentOffice,
  type NewSecretaryReason,
  type OrganizationState,
  type PostType,
  type RemovalGround,
  type VacancyCause,
} from '@zhitong/catalogue';
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
  readonly reasonCode?: NewSecretaryReason | undefined;
  readonly secretaryPartyYears: number;
}
export interface Vacate extends Dated {
  readonly type: 'Vacate';
  readonly postId: string;
  readonly vacatedOn: string;
  readonly cause: VacancyCause;
}
export interface RemoveSecretary extends Dated {
  readonly type: 'RemoveSecretary';
  readonly postId: string;
  readonly removedOn: string;
  readonly ground: RemovalGround;
  /** The organization that decides. */
  readonly authorityId: string;
}
/** The clock says that a secretary has been missing for so many months. */
export interface NoteVacancy {
  readonly type: 'NoteVacancy';
  readonly organizationId: string;
  readonly vacatedOn: string;
  readonly months: number;
  readonly at: string;
}
export type PostsCommand = Fill | Vacate | RemoveSecretary | NoteVacancy;

interface Held {
  readonly organizationId: string;
  readonly type: PostType;
  readonly personId: string;
  readonly fromOn: string;
}
interface Posts {
  readonly held: Readonly<Record<string, Held>>;
  readonly vacated: readonly string[];
  /** Since when nobody is secretary, and whether that was found to be long; null while there is one or never was. */
  readonly vacancy: { readonly since: string; readonly long: boolean } | null;
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

/** ORG-23: date, ground and authority only. */
function remove(posts: Posts, { postId, removedOn, ground, authorityId, filing, byId }: RemoveSecretary): readonly PostsEvent[] {
  const vacated = vacate(posts, { type: 'Vacate', postId, vacatedOn: removedOn, cause: 'removed', filing, byId });
  const post = posts.held[postId];
  if (post === undefined) return vacated;
  ensure(post.type === 'secretary', 'STATE_NOT_ALLOWED', 'Only a secretary is removed by ground; other posts are vacated.', { type: post.type });
  const { organizationId, personId } = post;
  return [{ type: 'SecretaryRemoved', data: { postId, organizationId, personId, groundCode: ground, removedOn, authorityId, removedById: byId } }, ...vacated];
}

/** ORG-22: from the day after so many months on, once a vacancy. */
function noteVacancy({ vacancy }: Posts, { organizationId, vacatedOn, months, at }: NoteVacancy): readonly PostsEvent[] {
  const stands = vacancy !== null && vacancy.since === vacatedOn && !vacancy.long && shanghaiDate(at) > addMonths(vacatedOn, months);
  return stands ? [{ type: 'SecretaryVacancyLong', data: { organizationId, vacatedOn } }] : [];
}

/** Who holds which post of one organization; one live secretary. */
export const postsDecider: Decider<Posts, PostsCommand, PostsEvent> = {
  initial: { held: {}, vacated: [], vacancy: null },
  decide(posts, command) {
    switch (command.type) {
      case 'Fill':
        return fill(posts, command);
      case 'Vacate':
        return vacate(posts, command);
      case 'RemoveSecretary':
        return remove(posts, command);
      case 'NoteVacancy':
        return noteVacancy(posts, command);
      default:
        return assertNever(command);
    }
  },
  evolve(posts, { type, data }) {
    switch (type) {
      case 'PostFilled': {
        const { organizationId, personId, fromOn } = data;
        const vacancy = data.type === 'secretary' ? null : posts.vacancy;
        return { ...posts, vacancy, held: { ...posts.held, [data.postId]: { organizationId, personId, fromOn, type: postTypes.parse(data.type) } } };
      }
      case 'PostVacated': {
        const { [data.postId]: _left, ...held } = posts.held;
        const vacancy = data.type === 'secretary' ? { since: data.vacatedOn, long: false } : posts.vacancy;
        return { held, vacated: [...posts.vacated, data.postId], vacancy };
      }
      case 'SecretaryRemoved':
        return posts;
      case 'SecretaryVacancyLong':
        return { ...posts, vacancy: { since: data.vacatedOn, long: true } };
      default:
        return assertNever(type);
    }
  },
};
