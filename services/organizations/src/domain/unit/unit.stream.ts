import { createHash } from 'node:crypto';
import { defineStream } from '@zhitong/eventing';
import { unitDecider } from './unit.decider.ts';

export const unitStream = defineStream({
  context: 'organizations',
  category: 'unit',
  decider: unitDecider,
  eventTypes: [
    'UnitRegistered',
    'UnitUpdated',
    'UnitThresholdReached',
    'OrganizationCoverageAchieved',
    'WorkCoverageSet',
    'CoverageLost',
    'CoverageExempted',
    'ExemptionEnded',
    'CoverageOverdue',
    'FirstSecretarySent',
  ],
});

/** ORG-31: a name stands once in the ledger of a place, because it is the stream; written alike means the same. */
export const unitIdOf = (organizationId: string, name: string): string =>
  `unt_${createHash('sha256')
    .update(`${organizationId}/${name.normalize('NFKC')}`)
    .digest('hex')}`;
