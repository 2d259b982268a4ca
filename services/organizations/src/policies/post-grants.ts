import type { PostType, Role } from '@zhitong/catalogue';

/** Posts that bring a grant, and which. */
const roleOf: Partial<Record<PostType, Role>> = {
  secretary: 'secretary',
  deputySecretary: 'deputySecretary',
  organizer: 'organizationOfficer',
};
export const grantedRole = (type: PostType): Role | undefined => roleOf[type];

/** The grant of a post has the post's id, so that giving it twice is one grant. */
export const grantIdOfPost = (postId: string): string => `grt_${postId.slice(postId.indexOf('_') + 1)}`;
