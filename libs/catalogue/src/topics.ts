/** Aggregates of class sensitive or higher, `<context>.<category>`: on a topic with its own access list, for ever. */
export const restrictedCategories: ReadonlySet<string> = new Set([
  'members.flags',
  'members.objections',
  'organizations.worker',
  'organizations.organizer',
  'organizations.oversight',
]);

/** Topic of all streams of one category; adapters map it to their own names. */
export const topicOf = (context: string, category: string): string => (restrictedCategories.has(`${context}.${category}`) ? `${context}.restricted` : context);
