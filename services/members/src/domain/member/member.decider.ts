import { ensure, shanghaiDate, type Decider } from '@zhitong/kernel';
import { attach, detach } from './attach.ts';
import { erase, proposeErasure } from './erasure.ts';
import type { MemberCommand } from './member.commands.ts';
import type { MemberEvent } from './member-event.ts';
import { evolveMember } from './member.evolve.ts';
import { stranger, type Member } from './member.state.ts';
import { end, issueCertificate, moveWithBranch, register, restore, suspend } from './membership.ts';
import { endOpenTransfer } from './transfer-end.ts';
import { request, takeInLetter } from './transfer-request.ts';
import { decideTransfer } from './transfer.decide.ts';

/** One person: membership and the one open transfer are decided together, so that there is always exactly one home branch (MEM-02). */
export const memberDecider: Decider<Member, MemberCommand, MemberEvent> = {
  initial: stranger,
  evolve: evolveMember,
  decide(member, command) {
    ensure(member.erasure.status !== 'erased' || command.type === 'ErasePerson' || command.type === 'TickTransfer', 'ERASED', 'This person was erased.');
    switch (command.type) {
      case 'RegisterMember':
        return register(member, command);
      case 'MoveWithBranch':
        return moveWithBranch(member, command);
      case 'AttachMember':
        return attach(member, command);
      case 'DetachMember':
        return detach(member, command);
      case 'EndTransferUnderHold':
        return endOpenTransfer(member, command.personId, 'authorityHold', shanghaiDate(command.at));
      case 'SuspendMembership':
        return suspend(member, command);
      case 'RestoreMembership':
        return restore(member, command);
      case 'EndMembership':
        return end(member, command);
      case 'ProposeErasure':
        return proposeErasure(member, command);
      case 'ErasePerson':
        return erase(member, command);
      case 'IssueCertificate':
        return issueCertificate(member, command);
      case 'RequestTransfer':
        return request(member, command);
      case 'TakeInLetter':
        return takeInLetter(member, command);
      default:
        return decideTransfer(member, command);
    }
  },
};
