/** Reads that show what an act on a unit changes. */
export const changes = ['getUnit', 'listUnits', 'coverageReport'] as const;
