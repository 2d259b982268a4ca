import type { ServiceDefinition, ServiceParts } from '@zhitong/platform';
import { createMembersService } from './members.service.ts';
import { Vault } from './vault/vault.ts';

/** Members with its vault on the stores of a runtime. */
export async function openMembersService({ adapters, keys, keyService, content }: ServiceParts): Promise<ServiceDefinition> {
  const vault = await Vault.open({ store: adapters.documents, keys, service: keyService, ephemeral: adapters.ephemeral });
  return createMembersService({ vault, content });
}
