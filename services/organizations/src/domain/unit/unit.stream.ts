import { hash } from 'node:crypto';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import { unitDecider } from './unit.decider.ts';

export const unitStream = defineStream({ ...aggregates.organizations.unit, decider: unitDecider });

/** ORG-31: a name stands once in the ledger of a place, because it is the stream; written alike means the same. */
export const unitIdOf = (organizationId: string, name: string): string => `unt_${hash('sha256', `${organizationId}/${name.normalize('NFKC')}`)}`;
