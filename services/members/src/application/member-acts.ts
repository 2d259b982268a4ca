import {
  clearAuthorisedFlag,
  endMembership,
  erasePerson,
  issueCertificate,
  proposeErasure,
  restoreMembership,
  setAuthorisedFlag,
  suspendMembership,
} from '@zhitong/catalogue/operations/members.ts';
import { useCase, type Kit, type UseCase } from '@zhitong/platform';
import { flagsStream } from '../domain/flags/flags.stream.ts';
import { memberStream } from '../domain/member/member.stream.ts';
import type { Vault } from '../vault/vault.ts';
import { allowedMember, backdating, caller, stamp } from './persons.ts';

/** The authority is the organization acted for, never an input. */
const flagStamp = (kit: Kit, personId: string) => ({ ...stamp(kit, personId), authorityId: caller(kit).organizationId, settings: backdating(kit) });

const decisions: readonly UseCase[] = [
  useCase(suspendMembership, async ({ personId, decidedOn }, kit) => {
    await allowedMember(kit, personId);
    return kit.handle(memberStream, personId, { type: 'SuspendMembership', ...stamp(kit, personId), decidedOn, settings: backdating(kit) });
  }),
  useCase(restoreMembership, async ({ personId, decidedOn }, kit) => {
    await allowedMember(kit, personId);
    return kit.handle(memberStream, personId, { type: 'RestoreMembership', ...stamp(kit, personId), decidedOn, settings: backdating(kit) });
  }),
  useCase(endMembership, async ({ personId, decidedOn, kind }, kit) => {
    await allowedMember(kit, personId);
    return kit.handle(memberStream, personId, { type: 'EndMembership', ...stamp(kit, personId), decidedOn, kind, settings: backdating(kit) });
  }),
];

export const memberActs = (vault: Vault): readonly UseCase[] => [
  ...decisions,
  useCase(setAuthorisedFlag, async ({ personId, flag, setOn }, kit) => {
    const { standing } = await allowedMember(kit, personId);
    const isMember = standing.status === 'member';
    return kit.handle(flagsStream, personId, { type: 'SetAuthorisedFlag', ...flagStamp(kit, personId), flag, setOn, isMember });
  }),
  useCase(clearAuthorisedFlag, async ({ personId, flag, clearedOn }, kit) => {
    await allowedMember(kit, personId);
    return kit.handle(flagsStream, personId, { type: 'ClearAuthorisedFlag', ...flagStamp(kit, personId), flag, clearedOn });
  }),
  useCase(issueCertificate, async ({ personId, absentFrom, absentUntil }, kit) => {
    await allowedMember(kit, personId);
    const { settings, call } = kit;
    return kit.handle(memberStream, personId, {
      type: 'IssueCertificate',
      ...stamp(kit, personId),
      absentFromOn: absentFrom,
      absentUntilOn: absentUntil,
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
