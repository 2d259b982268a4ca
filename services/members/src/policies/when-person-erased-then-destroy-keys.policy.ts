import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { definePolicy, when, type Policy } from '@zhitong/eventing';
import type { ContentStore, ServiceEnv } from '@zhitong/platform';
import type { MemberEvent } from '../domain/member/member-event.ts';
import type { Vault } from '../vault/vault.ts';

/** The erasure is in the log: vault and texts of this service lose their keys. Destroying again changes nothing. */
export const destroyKeysOfErased = (vault: Pick<Vault, 'erase'>, content?: Pick<ContentStore, 'destroy'>): Policy<ServiceEnv> =>
  definePolicy<ServiceEnv>({
    name: 'when-person-erased-then-destroy-keys',
    startFrom: 'beginning',
    expects: [],
    sources: [
      when<MemberEvent>(aggregates.members.member)<ServiceEnv>({
        PersonErased: async ({ data: { personId, erasedAt } }) => {
          await vault.erase(personId, erasedAt);
          await content?.destroy({ personId }, erasedAt);
          return [];
        },
      }),
    ],
  });
