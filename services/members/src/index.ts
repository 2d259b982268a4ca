export { createMembersService, type MembersOptions } from './members.service.ts';
export { Vault, type VaultOptions } from './vault/vault.ts';
