import { previewDirective as operation, scopeIn } from '@zhitong/catalogue/operations/directives.ts';
import { levels } from '@zhitong/catalogue';
import { ensure } from '@zhitong/kernel';
import { answer, type Kit } from '@zhitong/platform';
import { informedOrganizations } from '../domain/directive/addressees.ts';
import { burdensome } from '../domain/directive/issue-directive.ts';
import { directiveInbox } from '../projections/directive-inbox.projection.ts';
import { tallyKeys } from '../projections/inbox-tallies.ts';
import { askedBefore, burdenOf, burdenWindowDays, reachOf, scopeOf } from './directive-scope.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/** Open duties at each of these, counted from the tallies of their inboxes. */
async function openDuties(kit: Kit, addressees: readonly string[]): Promise<readonly number[]> {
  const tallies = await kit.rows(directiveInbox).tallies(addressees.map(tallyKeys.inbox));
  return [...tallies.values()].map(({ toAcknowledge = 0, toReport = 0 }) => toAcknowledge + toReport);
}

/** What issuing it would ask of whom; nothing is written. */
export const previewDirective = answer(operation, async ({ issuerId, scope: asked, kind, topicCode }, kit) => {
  await kit.allow({ organizationId: issuerId });
  const scope = scopeIn(asked);
  ensure(scope !== undefined, 'VALIDATION_FAILED', 'The scope is no DirectiveScope.', { field: 'scope' });
  const tree = kit.treeNow;
  const { addressees, offenderId } = reachOf(tree, scopeOf(scope), issuerId);
  const { most, mostAt } = await burdenOf(kit, issuerId, kind, addressees);
  const cap = kit.settings.number('directive.burdenCap', kit.call.now, issuerId);
  const duties = await openDuties(kit, addressees);
  const counted = levels.values.map((level) => ({ level, addressees: addressees.filter((id) => tree.node(id)?.level === level).length }));
  return {
    addressees: addressees.length,
    byLevel: counted.filter((each) => each.addressees > 0),
    informed: informedOrganizations(tree, issuerId, addressees).length,
    firstOffenderId: offenderId,
    burden: {
      most,
      mostAt,
      cap,
      windowDays: burdenWindowDays,
      secondPersonRequired: burdensome(kind) && most > cap,
      openDuties: sum(duties),
      mostOpenDuties: duties.reduce((a, b) => Math.max(a, b), 0),
    },
    reportAskedBefore: await askedBefore(kit, issuerId, topicCode, addressees),
  };
});
