import type { PostType } from '@zhitong/catalogue';
import { ensure, Rejected } from '@zhitong/kernel';

/** A post as its own stream has it; the holding that a record is about. */
export interface HeldPost {
  readonly postId: string;
  readonly organizationId: string;
  readonly personId: string;
  readonly type: PostType;
  readonly fromOn: string;
}

/** A record about a holding begins no earlier than it. @throws {Rejected} `NOT_FOUND`, `STATE_NOT_ALLOWED`, `VACATED_BEFORE_FILLED` */
export function heldAs(post: HeldPost | null, type: PostType, date: string): HeldPost {
  if (post === null) throw new Rejected('NOT_FOUND', 'There is no such post, or nobody holds it.');
  ensure(post.type === type, 'STATE_NOT_ALLOWED', 'It is a post of another kind.', { type: post.type });
  ensure(date >= post.fromOn, 'VACATED_BEFORE_FILLED', 'The post was filled later.', { fromOn: post.fromOn });
  return post;
}
