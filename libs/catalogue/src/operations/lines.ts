import { z } from 'zod';
import { disorders } from '../codes-organizations.ts';
import { levels, organizationKinds, views } from '../codes.ts';
import { fields } from '../fields.ts';
import { defineQuery, pageOf, paging } from '../operation.ts';

const { organizationId } = fields;
const reading = { context: 'organizations', right: 'organization.read', reach: 'within' } as const;
const view = z.enum(views.values).default('line');
const counted = { organizations: z.int(), members: z.int() } as const;
const head = z.object({ organizationId: z.string(), name: z.string(), ...counted }).meta({ id: 'LineMatrixHead' });

export const lineMatrix = defineQuery({
  ...reading,
  name: 'lineMatrix',
  path: '/organizations/{organizationId}/lines',
  summary: 'Working organizations of a subtree and their members, by managing line and by place; both margins add up to the same total (P09).',
  input: z.strictObject({ organizationId, view }),
  output: z
    .object({
      ...counted,
      /** What is directly below the organization asked for, itself for what no line below it holds; other lines by their highest organization. */
      lines: z.array(head),
      places: z.array(head),
      /** Without those that are empty. */
      cells: z.array(z.object({ lineId: z.string(), placeId: z.string(), ...counted })),
      unsettled: z.int(),
      lagSeconds: z.number(),
    })
    .meta({ id: 'LineMatrix' }),
});

export const unsettledOrganizations = defineQuery({
  ...reading,
  name: 'unsettledOrganizations',
  path: '/organizations/{organizationId}/unsettled',
  summary: 'Organizations whose parent is gone, or that have no place or no managing line (P09).',
  input: z.strictObject({ ...paging, organizationId, view }),
  output: pageOf(
    z
      .object({
        organizationId: z.string(),
        name: z.string(),
        kind: z.enum(organizationKinds.values),
        level: z.enum(levels.values),
        lineParentId: z.string().nullable(),
        placeParentId: z.string().nullable(),
        disorders: z.array(z.enum(disorders.values)),
      })
      .meta({ id: 'UnsettledOrganization' }),
  ),
});
