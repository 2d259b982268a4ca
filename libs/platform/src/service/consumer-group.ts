import type { AnyProjection, Policy } from '@zhitong/eventing';
import { hash } from 'node:crypto';

/**
 * The group in which the replicas of one release share the partitions. A release that projects or reacts otherwise reads all of them itself:
 * the replicas of the one before, which work on until they are stopped, fill none of its rows. What both keep is written once, by whoever
 * moves the checkpoint, and what both react to is one command.
 */
export function consumerGroup(context: string, projections: readonly AnyProjection[], policies: readonly Pick<Policy, 'name'>[]): string {
  const kept = [...projections.map(({ name, version }) => `${name}.v${version}`), ...policies.map(({ name }) => name)].sort();
  return `${context}.${hash('sha256', kept.join(), 'base64url').slice(0, 12)}`;
}
