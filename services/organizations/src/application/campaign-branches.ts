import { isBranchKind } from '@zhitong/catalogue';
import type { ServiceEnv } from '@zhitong/platform';
import { endOfTime } from '@zhitong/platform';
import type { CampaignWindow, OpenedCampaign } from '../domain/campaign/campaign.decider.ts';
import { idOf } from './organization-rows.ts';
import { liveAmong, subtreeAsOf } from './tree-as-of.ts';

type Env = Pick<ServiceEnv, 'rows'>;

/** Branches below the opener of a campaign that were there on the first and the last of some days, by id. Accepted lag: that of the tree's rows. */
export async function campaignBranchesOf(env: Env, { organizationId }: Pick<OpenedCampaign, 'organizationId'>, { fromOn, untilOn }: CampaignWindow) {
  const rows = await subtreeAsOf(env, organizationId, 'line', { asOf: untilOn, knownAt: endOfTime });
  const ids = rows.filter(({ kind }) => isBranchKind(kind)).map(idOf);
  const before = await liveAmong(env, ids, { asOf: fromOn, knownAt: endOfTime });
  return ids.filter((id) => before.has(id)).sort();
}
