import type { TodoEntry } from '@zhitong/catalogue/operations/inbox.ts';
import type { Kit } from '@zhitong/platform';
import { nameIn } from './organization-rows.ts';

type Owed = Pick<TodoEntry, 'group' | 'action' | 'subject'> & { readonly dueAt: string | null };

/** A to-do about an organization itself, under its name. */
export const entryAbout = ({ treeNow, call }: Kit, id: string, owed: Owed): TodoEntry => ({
  ...owed,
  id,
  title: nameIn(treeNow, id),
  topicCode: null,
  otherOrganizationId: id,
  overdue: owed.dueAt !== null && owed.dueAt < call.now,
});
