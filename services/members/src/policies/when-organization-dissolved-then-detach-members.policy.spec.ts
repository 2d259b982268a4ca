import { expect, it } from '@jest/globals';
import type { Intent } from '@zhitong/eventing';
import { at, per } from '../domain/member/member.samples.ts';
import { detachFromDissolved } from './when-organization-dissolved-then-detach-members.policy.ts';

const states: Readonly<Record<string, string>> = { org_t: 'active', org_gone: 'dissolved' };
const rows = [
  { branchId: 'org_gone', personId: 'per_1', attachedOn: '2026-03-02' },
  { branchId: 'org_gone', personId: 'per_2', attachedOn: '2026-03-03' },
];

async function told(category: string, type: string, data: object): Promise<readonly string[]> {
  const env = {
    tree: { current: () => ({ node: (id: string) => (states[id] === undefined ? undefined : { state: states[id] }) }) },
    rows: () => ({
      query: ({ where }: { where: readonly { eq: string }[] }) => Promise.resolve({ items: rows.filter((row) => row.branchId === where[0]?.eq) }),
    }),
  };
  const handler = detachFromDissolved.sources.find((source) => source.category === category)?.handler(type);
  const intents: Intent[] = [];
  for await (const intent of (await handler?.({ type, data, occurredAt: at } as never, env as never)) ?? []) intents.push(intent);
  return intents.map(({ id, command }) => `${id} ${JSON.stringify(command)}`);
}
const left = (personId: string, on: string) =>
  `${personId} ${JSON.stringify({ type: 'DetachMember', personId, cause: 'branchDissolved', branchId: 'org_gone', on, at })}`;

it('ORG-11 X-10 members leave a branch that is dissolved, in whatever order both facts are heard', async () => {
  const dissolved = (organizationId: string) => told('tree', 'OrganizationDissolved', { organizationId, effectiveOn: '2026-03-01' });
  expect(await dissolved('org_gone')).toEqual([left('per_1', '2026-03-01'), left('per_2', '2026-03-01')]);
  expect(await dissolved('org_other')).toEqual([]);
  const attached = (branchId: string) => ({ personId: per, branchId, causeCode: 'assignment', attachedOn: '2026-03-02' });
  expect(await told('member', 'MemberAttached', attached('org_gone'))).toEqual([left(per, '2026-03-02')]);
  expect(await told('member', 'MemberAttached', attached('org_t'))).toEqual([]);
});
