/** Reads that show what an act on a term changes. */
export const changes = ['getTerm', 'listTerms', 'termCalendar', 'listPosts', 'getOrganization'] as const;
