import type { TodoEntry } from '@zhitong/catalogue/operations/inbox.ts';
import type { Kit } from '@zhitong/platform';

type Owed = Pick<TodoEntry, 'group' | 'action' | 'subject'> & { readonly dueAt: string };

/** A to-do about an organization itself, under its name. */
export const entryAbout = ({ treeNow, call }: Kit, id: string, owed: Owed): TodoEntry => ({
  ...owed,
  id,
  title: treeNow.node(id)?.name ?? id,
  topicCode: null,
  otherOrganizationId: id,
  overdue: owed.dueAt < call.now,
});
