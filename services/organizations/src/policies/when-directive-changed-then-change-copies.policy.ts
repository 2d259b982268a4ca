import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { definePolicy, intend, when, type Intent } from '@zhitong/eventing';
import type { ServiceEnv } from '@zhitong/platform';
import type { DataOf } from '@zhitong/kernel';
import { directiveSettings } from '../application/link-settings.ts';
import { directiveStream } from '../domain/directive/directive.stream.ts';
import { required, type DirectiveEvent } from '../domain/directive/directive-state.ts';

type Data<Type extends DirectiveEvent['type']> = DataOf<DirectiveEvent, Type>;

/** A forwarded directive becomes one of its own, with the text of its root (LINK-06). */
function issueCopy(data: Data<'DirectiveForwarded'>): readonly Intent[] {
  const { childDirectiveId, terms, addressees, addresseeCount, titleRef, textRef, textHash, forwardedById, parentDirectiveId, hops, noteRef } = data;
  const issued = {
    directiveId: childDirectiveId,
    terms: required(terms),
    addressees: required(addressees),
    addresseeCount,
    titleRef,
    textRef,
    textHash,
    forwardingAllowed: true,
    topicCode: undefined,
    issuedById: forwardedById,
    burden: 0,
    parentDirectiveId,
    hops,
    noteRef,
    reasonCode: undefined,
    guide: undefined,
    warnings: [],
  };
  return [intend(directiveStream, childDirectiveId, { type: 'IssueForwarded', issued })];
}

function amendCopies(data: Data<'DirectiveAmended'>, { settings }: ServiceEnv): readonly Intent[] {
  const { childDirectiveIds, amendedAt: at, material, textRef, textHash } = data;
  const follows = required(data.terms);
  const values = directiveSettings(settings, at, follows.issuerId);
  return childDirectiveIds.map((id) => intend(directiveStream, id, { type: 'AmendDirective', at, material, textRef, textHash, follows, settings: values }));
}

const recallCopies = ({ childDirectiveIds, recalledAt: at, reasonRef }: Data<'DirectiveRecalled'>): readonly Intent[] =>
  childDirectiveIds.map((id) => intend(directiveStream, id, { type: 'RecallDirective', at, reasonRef }));

/** What happens to a directive happens to its forwarded copies (LINK-06, LINK-08). */
export const whenDirectiveChangedThenChangeCopies = definePolicy<ServiceEnv>({
  name: 'when-directive-changed-then-change-copies',
  startFrom: 'beginning',
  sources: [
    when<DirectiveEvent>(aggregates.organizations.directive)<ServiceEnv>({
      DirectiveForwarded: ({ data }) => issueCopy(data),
      DirectiveAmended: ({ data }, env) => amendCopies(data, env),
      DirectiveRecalled: ({ data }) => recallCopies(data),
    }),
  ],
  expects: ['STATE_NOT_ALLOWED'],
});
