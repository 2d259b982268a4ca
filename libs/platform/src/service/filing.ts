import type { Filing } from '@zhitong/kernel';
import type { ContentOwner } from '../content/content-store.ts';
import type { Kit } from './kit.ts';

interface Filed {
  /** The organization that files such a fact as a rule. */
  readonly usuallyBy: string;
  readonly reason?: string | undefined;
  /** Whose key seals the reason. */
  readonly owner: ContentOwner;
}

/**
 * How the call files a fact of an earlier day: from above when the caller acts for an organization that stands above the usual one
 * on the managing line (UP of requirements 0.2). Above the topmost nobody stands: it answers for itself.
 */
export async function filingOf(kit: Kit, { usuallyBy, reason, owner }: Filed): Promise<Filing> {
  const { call, settings, content } = kit;
  const backdateDays = call.subject.kind === 'system' ? null : settings.number('time.backdateDays', call.now, usuallyBy);
  const reasonRef = reason === undefined ? undefined : await content.seal(owner, 'lateReason', reason);
  return { at: call.now, backdateDays, fromAbove: standsAbove(kit, usuallyBy), reasonRef };
}

function standsAbove({ call: { subject }, treeNow }: Kit, organizationId: string): boolean {
  if (subject.kind !== 'person') return false;
  const top = treeNow.path(organizationId, 'line').length <= 1;
  return treeNow.within(subject.organizationId, organizationId, 'line') && (top || subject.organizationId !== organizationId);
}
