import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { amend, defineProjection, from, put } from '@zhitong/eventing';
import { roles, views } from '@zhitong/catalogue';
import type { GrantRow } from '@zhitong/catalogue/operations/access.ts';
import type { DataOf } from '@zhitong/kernel';
import type { GrantsEvent } from '../domain/grants/grants.decider.ts';

type Body = DataOf<GrantsEvent, 'GrantProposed' | 'GrantGiven'>;

const born = ({ grantId, personId, role, organizationId, view, fromDate, untilDate }: Body, rest: Pick<GrantRow, 'state' | 'postId' | 'proposedById'>) =>
  put<GrantRow>(grantId, {
    grantId,
    personId,
    organizationId,
    role: roles.parse(role),
    view: views.parse(view),
    fromOn: fromDate,
    untilOn: untilDate ?? null,
    confirmedById: null,
    ...rest,
  });
const set = (grantId: string, fields: Partial<GrantRow>) => amend<GrantRow>(grantId, (row) => ({ ...row, ...fields }));

/** One row per grant, also proposed and past ones. */
export const grantList = defineProjection<GrantRow>({
  name: 'grant-list',
  version: 1,
  indexes: [['fromOn'], ['state', 'fromOn'], ['role', 'fromOn'], ['role', 'state', 'fromOn'], ['personId', 'fromOn'], ['organizationId', 'fromOn']],
  sources: [
    from<GrantsEvent>(aggregates.organizations.grants)({
      GrantProposed: ({ data }) => born(data, { state: 'proposed', postId: null, proposedById: data.proposedById }),
      GrantGiven: ({ data }) => born(data, { state: 'live', postId: data.postId ?? null, proposedById: null }),
      GrantConfirmed: ({ data }) => set(data.grantId, { state: 'live', confirmedById: data.confirmedById }),
      GrantRevoked: ({ data }) => set(data.grantId, { state: 'revoked' }),
      GrantEnded: ({ data }) => set(data.grantId, { state: 'ended', untilOn: data.endedOn }),
    }),
  ],
});
