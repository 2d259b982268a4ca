import { openMongoEventStore } from '@zhitong/mongodb';
import { contractContext, contractEpoch } from '@zhitong/testing/contracts/event-store.samples.ts';
import { storeSetsForever } from '@zhitong/testing/contracts/event-store.sets.ts';

const [url = '', database = '', round = '', callers = ''] = process.argv.slice(2);
await storeSetsForever(await openMongoEventStore({ url, database, context: contractContext, epoch: contractEpoch }), round, Number(callers));
