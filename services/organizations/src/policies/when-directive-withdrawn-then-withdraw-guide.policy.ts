import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { definePolicy, intend, when, type Intent } from '@zhitong/eventing';
import type { ServiceEnv } from '@zhitong/platform';
import type { DirectiveEvent } from '../domain/directive/directive-state.ts';
import { guideStream } from '../domain/guide/guide.stream.ts';

function withdraw(quarter: string | undefined, directiveId: string, at: string): readonly Intent[] {
  return quarter === undefined ? [] : [intend(guideStream, quarter, { type: 'WithdrawGuide', quarter, directiveId, at })];
}

/** A topic guide that is recalled, or whose draft is thrown away after its quarter was taken for it, makes room for another (LINK-12). */
export const whenDirectiveWithdrawnThenWithdrawGuide = definePolicy<ServiceEnv>({
  name: 'when-directive-withdrawn-then-withdraw-guide',
  startFrom: 'beginning',
  sources: [
    when<DirectiveEvent>(aggregates.organizations.directive)<ServiceEnv>({
      DirectiveRecalled: ({ data }) => withdraw(data.quarterCode, data.directiveId, data.recalledAt),
      DirectiveDiscarded: ({ data }) => withdraw(data.quarterCode, data.directiveId, data.discardedAt),
    }),
  ],
  expects: [],
});
