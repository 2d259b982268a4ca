import { hash } from 'node:crypto';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import { accountDecider } from './account.decider.ts';

export const accountStream = defineStream({ ...aggregates.organizations.account, decider: accountDecider });

/** Stream of a log-in: neither issuer nor subject can be read from it. The length keeps `a` + `bc` apart from `ab` + `c`. */
export const accountIdOf = (issuer: string, subject: string): string => `acc_${hash('sha256', `${issuer.length}:${issuer}${subject}`)}`;
