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
import { filingOf, useCase, type Kit, type UseCase } from '@zhitong/platform';
import { flagsStream } from '../domain/flags/flags.stream.ts';
import { memberStream } from '../domain/member/member.stream.ts';
import type { Vault } from '../vault/vault.ts';
import { approvingCommittee } from './organizations.ts';
import { allowedMember, authorityFiling, branchOf, caller, stamp } from './persons.ts';

/** The authority is the organization acted for, never an input. */
const flagStamp = (kit: Kit, personId: string) => ({ ...stamp(kit, personId), authorityId: caller(kit).organizationId, filing: authorityFiling(kit) });

interface Decision {
  readonly personId: string;
  readonly decidedOn: string;
  readonly reason?: string | undefined;
}

/** A decision is filed by the committee that approves members of the branch; further back only from above it. */
async function decisionOf(kit: Kit, { personId, decidedOn, reason }: Decision) {
  const branchId = branchOf(await allowedMember(kit, personId)) ?? '';
  const usuallyBy = approvingCommittee(kit.treeNow, branchId);
  return { ...stamp(kit, personId), decidedOn, filing: await filingOf(kit, { usuallyBy, reason, owner: { personId } }) };
}

const decisions: readonly UseCase[] = [
  useCase(suspendMembership, async (input, kit) => {
    const decision = await decisionOf(kit, input);
    return kit.handle(memberStream, input.personId, { type: 'SuspendMembership', ...decision });
  }),
  useCase(restoreMembership, async (input, kit) => {
    const decision = await decisionOf(kit, input);
    return kit.handle(memberStream, input.personId, { type: 'RestoreMembership', ...decision });
  }),
  useCase(endMembership, async ({ kind, ...input }, kit) => {
    const decision = await decisionOf(kit, input);
    return kit.handle(memberStream, input.personId, { type: 'EndMembership', kind, ...decision });
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
