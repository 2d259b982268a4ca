import { contractContext, contractEpoch } from '@zhitong/testing/contracts/event-store.samples.ts';
import { storeSetsForever } from '@zhitong/testing/contracts/event-store.sets.ts';
import { openSqliteEventStore } from '../src/index.ts';

const [file = '', round = '', callers = ''] = process.argv.slice(2);
await storeSetsForever(openSqliteEventStore({ file, context: contractContext, epoch: contractEpoch }), round, Number(callers));
