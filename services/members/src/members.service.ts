import type { ContentStore, ServiceDefinition } from '@zhitong/platform';
import { attachmentUseCases } from './application/attachments.ts';
import { memberActs } from './application/member-acts.ts';
import { memberQueries } from './application/member-queries.ts';
import { memberReports } from './application/member-report.ts';
import { objectionUseCases } from './application/objections.ts';
import { nameQueries } from './application/person-names.ts';
import { isKnown } from './application/persons.ts';
import { ownRecordUseCases } from './application/own-record.ts';
import { registerUseCases } from './application/register-member.ts';
import { requestUseCases } from './application/request-transfer.ts';
import { transferActs } from './application/transfer-acts.ts';
import { transferQueries } from './application/transfer-queries.ts';
import { transferReports } from './application/transfer-report.ts';
import { flagsStream } from './domain/flags/flags.stream.ts';
import { unmovedUseCases } from './application/unmoved-members.ts';
import { memberStream } from './domain/member/member.stream.ts';
import { objectionsStream } from './domain/objections/objections.stream.ts';
import { foundingMembers } from './policies/founding-members.deadline.ts';
import { mergedBranches } from './policies/merged-branches.deadline.ts';
import { transferClock } from './policies/transfer-clock.deadline.ts';
import { confirmIdentity } from './policies/when-member-known-then-confirm-identity.policy.ts';
import { destroyKeysOfErased } from './policies/when-person-erased-then-destroy-keys.policy.ts';
import { endTransferBegunUnderHold } from './policies/when-transfer-requested-then-check-hold.policy.ts';
import { detachFromDissolved } from './policies/when-organization-dissolved-then-detach-members.policy.ts';
import { endTransferUnderHold } from './policies/when-transfer-hold-set-then-end-transfer.policy.ts';
import { attachmentList } from './projections/attachment-list.projection.ts';
import { homeMoves } from './projections/home-moves.projection.ts';
import { memberFlags } from './projections/member-flags.projection.ts';
import { memberHistory } from './projections/member-history.projection.ts';
import { memberList } from './projections/member-list.projection.ts';
import { memberStanding } from './projections/member-standing.projection.ts';
import { mergeList } from './projections/merge-list.projection.ts';
import { objectionList } from './projections/objection-list.projection.ts';
import { transferList } from './projections/transfer-list.projection.ts';
import { transferPath } from './projections/transfer-path.projection.ts';
import type { Vault } from './vault/vault.ts';

export interface MembersOptions {
  readonly vault: Vault;
  /** Texts of this service, so that an erasure reaches them. */
  readonly content?: Pick<ContentStore, 'destroy'>;
}

const own = (organizationId: string) => organizationId;
const sweepEveryMs = 10 * 60_000;

/** Members 党员: membership, transfers, and the vault that alone knows who they are. */
export const createMembersService = ({ vault, content }: MembersOptions): ServiceDefinition => ({
  context: 'members',
  streams: [memberStream, flagsStream, objectionsStream],
  projections: [memberList, memberFlags, memberHistory, transferList, transferPath, homeMoves, memberStanding, objectionList, mergeList, attachmentList],
  policies: [confirmIdentity(vault), destroyKeysOfErased(vault, content), endTransferUnderHold, endTransferBegunUnderHold, detachFromDissolved],
  deadlines: [transferClock, mergedBranches, foundingMembers],
  chores: (env, now) => [
    { run: () => vault.sweep(now(), isKnown(env)), otherwise: 'registrations that never came to their event could not be cleared up', everyMs: sweepEveryMs },
  ],
  metrics: [
    { name: 'member.full', projection: memberList, keyOf: own, amount: 'full' },
    { name: 'member.provisional', projection: memberList, keyOf: own, amount: 'provisional' },
    { name: 'transfer.open', projection: transferList, keyOf: own, amount: 'open' },
  ],
  useCases: [
    ...registerUseCases(vault),
    ...memberActs(vault),
    ...memberQueries(vault),
    ...nameQueries(vault),
    ...attachmentUseCases,
    ...memberReports,
    ...unmovedUseCases,
    ...ownRecordUseCases(vault),
    ...objectionUseCases(vault),
    ...requestUseCases(vault),
    ...transferActs,
    ...transferQueries,
    ...transferReports,
  ],
});
