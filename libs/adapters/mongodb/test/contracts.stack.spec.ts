import { contractContext, contractEpoch } from '@zhitong/testing/contracts/event-store.samples.ts';
import { eventStoreContract } from '@zhitong/testing/contracts/event-store.contract.ts';
import { leaseStoreContract } from '@zhitong/testing/contracts/lease.contract.ts';
import { readModelStoreContract } from '@zhitong/testing/contracts/read-model-store.contract.ts';
import { openMongoEventStore, openMongoLeaseStore, openMongoReadModelStore } from '@zhitong/mongodb';
import { mongoUrl } from '@zhitong/testing/suite-servers.ts';
import { dropDatabase, newDatabase } from './stack.ts';

/** Opens a store twice on a database of its own. */
const twice =
  <Store extends { close(): Promise<void> }>(openOn: (database: string) => Promise<Store>) =>
  async () => {
    const database = newDatabase('contract');
    const opened = [await openOn(database)] as const;
    const others: Store[] = [];
    return {
      store: opened[0],
      second: async () => {
        const other = await openOn(database);
        others.push(other);
        return other;
      },
      close: async () => {
        await Promise.all([...opened, ...others].map((store) => store.close()));
        await dropDatabase(database);
      },
    };
  };

eventStoreContract(
  'MongoDB',
  twice((database) => openMongoEventStore({ url: mongoUrl(), database, context: contractContext, epoch: contractEpoch })),
);
readModelStoreContract(
  'MongoDB',
  twice((database) => openMongoReadModelStore({ url: mongoUrl(), database })),
);
leaseStoreContract(
  'MongoDB',
  twice((database) => openMongoLeaseStore({ url: mongoUrl(), database })),
);
