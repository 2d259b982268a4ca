import { Rejected } from '@zhitong/kernel';
import type { RunningService } from './running-service.ts';

/**
 * Lets a policy that has read a log that is no more begin again, where its `startFrom` says. It keeps no rows, and its commands carry the ids
 * they had: what was done is not done twice.
 * @throws {Rejected} CONFLICT when its checkpoint belongs to the log.
 */
export async function beginAgain({ adapters, consumer }: Pick<RunningService, 'adapters' | 'consumer'>, policy: string): Promise<void> {
  const status = consumer.subscription(policy)?.status();
  if (status?.epochMismatch !== true) throw new Rejected('CONFLICT', 'This policy reads the log as it is.', { policy });
  await adapters.readModels.forgetCheckpoints(policy);
  await consumer.resume(policy);
}
