import { isWorking, type OrganizationKind, type OrganizationState } from '@zhitong/catalogue';
import { ensure } from '@zhitong/kernel';

/** A branch as the tree shows it at the moment of the command. */
export interface HomeCandidate {
  readonly organizationId: string;
  readonly kind: OrganizationKind;
  readonly state: OrganizationState;
}

/** Only a live branch or joint branch can be a home: a temporary branch and hosting are extra links (MEM-02). */
export function ensureHome({ kind, state, organizationId }: HomeCandidate): void {
  ensure(kind === 'branch' || kind === 'jointBranch', 'NOT_A_HOME_BRANCH', 'Members are at home in a branch or a joint branch only.', { organizationId, kind });
  ensure(isWorking(state), 'BRANCH_NOT_ACTIVE', 'This branch takes no members now.', { organizationId, state });
}
