import { Rejected } from '@zhitong/kernel';
import type { Kit } from '@zhitong/platform';
import type { Sent } from '../domain/directive/directive-state.ts';
import { directiveStream } from '../domain/directive/directive.stream.ts';

export const noDirective = () => new Rejected('NOT_FOUND', 'There is no such directive.');

/** A directive that was sent, whatever became of it. */
export async function sentDirective(kit: Kit, directiveId: string): Promise<Sent & { readonly status: 'issued' | 'closed' | 'recalled' }> {
  const { state } = await kit.peek(directiveStream, directiveId);
  if (state.status === 'absent' || state.status === 'draft') throw noDirective();
  return state;
}

/** An act of the issuer: for anybody else the directive does not exist here. */
export async function asIssuer(kit: Kit, directiveId: string): Promise<Sent> {
  const sent = await sentDirective(kit, directiveId);
  await kit.allow({ organizationId: sent.terms.issuerId });
  return sent;
}
