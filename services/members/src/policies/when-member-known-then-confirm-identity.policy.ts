import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { definePolicy, when, type Policy } from '@zhitong/eventing';
import type { ServiceEnv } from '@zhitong/platform';
import type { MemberEvent } from '../domain/member/member-event.ts';
import type { Vault } from '../vault/vault.ts';

/** The event that the citizen number was reserved for is in the log: the reservation becomes final. */
export const confirmIdentity = (vault: Pick<Vault, 'confirm'>): Policy<ServiceEnv> => {
  const confirm = async ({ data }: { readonly data: { readonly personId: string } }) => {
    await vault.confirm(data.personId);
    return [];
  };
  return definePolicy<ServiceEnv>({
    name: 'when-member-known-then-confirm-identity',
    startFrom: 'beginning',
    expects: [],
    sources: [when<MemberEvent>(aggregates.members.member)<ServiceEnv>({ MemberRegistered: confirm, TransferRequested: confirm })],
  });
};
