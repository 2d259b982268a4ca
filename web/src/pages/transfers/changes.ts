/** What an act on a transfer makes stale. */
export const changes = ['getTransfer', 'listTransfers', 'listMembers', 'getMember', 'memberCounts', 'transferCounts'] as const;
