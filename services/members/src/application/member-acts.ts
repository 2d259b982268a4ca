import { clearAuthorisedFlag, erasePerson, issueCertificate, proposeErasure, setAuthorisedFlag } from '@zhitong/catalogue/operations/members.ts';
import { useCase, type UseCase } from '@zhitong/platform';
import { memberStream } from '../domain/member/member.stream.ts';
import type { Vault } from '../vault/vault.ts';
import { allowedMember, caller, stamp } from './persons.ts';

export const memberActs = (vault: Vault): readonly UseCase[] => [
  useCase(setAuthorisedFlag, async ({ personId, flag, setOn }, kit) => {
    await allowedMember(kit, personId);
    const { organizationId: authorityId } = caller(kit);
    return kit.handle(memberStream, personId, { type: 'SetAuthorisedFlag', ...stamp(kit, personId), flag, authorityId, setOn });
  }),
  useCase(clearAuthorisedFlag, async ({ personId, flag, clearedOn }, kit) => {
    await allowedMember(kit, personId);
    const { organizationId: authorityId } = caller(kit);
    return kit.handle(memberStream, personId, { type: 'ClearAuthorisedFlag', ...stamp(kit, personId), flag, authorityId, clearedOn });
  }),
  useCase(issueCertificate, async ({ personId, absentFrom, absentUntil }, kit) => {
    await allowedMember(kit, personId);
    const { settings, call } = kit;
    return kit.handle(memberStream, personId, {
      type: 'IssueCertificate', ...stamp(kit, personId), absentFromOn: absentFrom, absentUntilOn: absentUntil,
      settings: {
        certificateMonths: settings.number('absence.certificateMonths', call.now),
        transferMonths: settings.number('absence.transferMonths', call.now),
      },
    });
  }),
  useCase(proposeErasure, async ({ personId }, kit) => {
    await allowedMember(kit, personId);
    return kit.handle(memberStream, personId, { type: 'ProposeErasure', ...stamp(kit, personId), byPersonId: caller(kit).personId });
  }),
  useCase(erasePerson, async ({ personId }, kit) => {
    await allowedMember(kit, personId);
    const receipt = await kit.handle(memberStream, personId, { type: 'ErasePerson', ...stamp(kit, personId), byPersonId: caller(kit).personId });
    // The policy on PersonErased does the same after a crash here.
    await vault.erase(personId, kit.call.now);
    return receipt;
  }),
];
