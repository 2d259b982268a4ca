import type { ServiceEnv } from '@zhitong/platform';
import { treeId, treeStream } from '../domain/tree/tree.stream.ts';

/** Whether an organization is gone by now, as the log has it. */
export async function isDissolved({ peek }: Pick<ServiceEnv, 'peek'>, organizationId: string): Promise<boolean> {
  return (await peek(treeStream, treeId)).state.organizations.get(organizationId)?.state === 'dissolved';
}
