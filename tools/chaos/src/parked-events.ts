import { allRows, parkedCollection, type ParkedEvent, type ReadModelStore } from '@zhitong/eventing';

/** Every event that is parked, for whichever subscription. */
export const parkedEvents = (store: ReadModelStore): Promise<readonly ParkedEvent[]> =>
  allRows((start) => store.query<ParkedEvent>(parkedCollection.name, { where: [], orderBy: { field: 'parkedAt', direction: 'asc' }, limit: 1000, ...start }));
