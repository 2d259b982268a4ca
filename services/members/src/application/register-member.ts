import { registerMember } from '@zhitong/catalogue/operations/members.ts';
import { useCase, type Kit, type UseCase } from '@zhitong/platform';
import type { RegisterMember } from '../domain/member/member.commands.ts';
import type { TakeInLetter } from '../domain/member/transfer.commands.ts';
import { memberStream } from '../domain/member/member.stream.ts';
import type { Identity } from '../vault/identity.ts';
import type { Vault } from '../vault/vault.ts';
import { branchNow } from './organizations.ts';
import { isKnown } from './persons.ts';

type IdentityInput = { readonly [Field in keyof Identity]: Identity[Field] | undefined } & Pick<Identity, 'name' | 'citizenNumber' | 'birthDate'>;

const identityOf = ({ name, citizenNumber, birthDate, phone, address }: IdentityInput): Identity => ({ name, citizenNumber, birthDate, phone, address });

/**
 * Identity before event: reserve the citizen number, seal the record, and only then append. What the rules refuse is refused before anything
 * is kept; a crash in between leaves a reservation that is swept after an hour.
 */
export async function keepIdentity(vault: Vault, kit: Kit, command: RegisterMember | TakeInLetter, identity: IdentityInput): Promise<void> {
  if (await kit.rehearse(memberStream, command.personId, command)) return;
  const identityRef = await vault.reserve(identity.citizenNumber, command.personId, kit.call.now, isKnown(kit));
  await vault.keep(command.personId, identityRef, identityOf(identity));
}

export const registerUseCases = (vault: Vault): readonly UseCase[] => [
  useCase(registerMember, async (input, kit) => {
    await kit.allow({ organizationId: input.branchId });
    const personId = kit.newId('per');
    const { source, kind, joinedOn, fullFrom } = input;
    const command: RegisterMember = {
      type: 'RegisterMember',
      personId,
      at: kit.call.now,
      source,
      kind,
      joinedOn,
      fullFromOn: fullFrom,
      home: branchNow(kit, input.branchId),
    };
    await keepIdentity(vault, kit, command, input);
    return kit.handle(memberStream, personId, command);
  }),
];
