import { membershipEndKinds, memberKinds } from '@zhitong/catalogue';
import { evolveAttachments } from './attachment.ts';
import type { MemberEvent, MemberFact } from './member-event.ts';
import type { Member, Standing } from './member.state.ts';
import { evolveTransfer } from './transfer.evolve.ts';

function assign(standing: Standing, branchId: string): Standing {
  switch (standing.status) {
    case 'registered':
      return { ...standing, status: 'member', branchId, suspended: false };
    case 'member':
      return { ...standing, branchId };
    default:
      return standing;
  }
}

function evolveStanding(standing: Standing, event: MemberEvent): Standing {
  switch (event.type) {
    case 'MemberRegistered': {
      const { kind, joinedOn, fullFromOn } = event.data;
      return { status: 'registered', kind: memberKinds.parse(kind), joinedOn, fullFromOn: fullFromOn ?? null };
    }
    case 'BranchAssigned':
      return assign(standing, event.data.branchId);
    case 'MembershipSuspended':
    case 'MembershipRestored':
      return standing.status === 'member' ? { ...standing, suspended: event.type === 'MembershipSuspended' } : standing;
    case 'MembershipEnded':
      return standing.status === 'member' ? ended(standing, event.data) : standing;
    default:
      return standing;
  }
}

const ended = ({ kind, joinedOn, fullFromOn, branchId }: Extract<Standing, { status: 'member' }>, data: MemberFact<'MembershipEnded'>['data']): Standing => ({
  status: 'ended',
  kind,
  joinedOn,
  fullFromOn,
  endKind: membershipEndKinds.parse(data.kind),
  lastBranchId: branchId,
});

function evolveErasure(erasure: Member['erasure'], event: MemberEvent): Member['erasure'] {
  if (event.type === 'ErasureProposed') return { status: 'proposed', byPersonId: event.data.proposedById };
  return event.type === 'PersonErased' ? { status: 'erased' } : erasure;
}

const later = (a: string | null, b: string): string => (a === null || b > a ? b : a);

/** Folds one fact; a type that a concept does not know leaves it as it is, {@link evolveTransfer} knows them all. */
export const evolveMember = (member: Member, event: MemberEvent): Member => ({
  standing: evolveStanding(member.standing, event),
  attachments: evolveAttachments(member.attachments, event),
  transfer: evolveTransfer(member.transfer, event),
  stubUntilOn: event.type === 'LetterIssued' || event.type === 'LetterReissued' ? later(member.stubUntilOn, event.data.stubUntilOn) : member.stubUntilOn,
  erasure: evolveErasure(member.erasure, event),
});
