import { issueDirective, unique } from './steps.ts';
import { moveMember, spareMember } from './transfer-steps.ts';
import { expect, test, type Persona } from './fixtures.ts';

interface Figures {
  readonly items: readonly {
    readonly metric: string;
    readonly value: number;
    readonly own: number;
    readonly unlocated: number;
    readonly children: readonly { readonly value: number }[];
  }[];
}
const names: Readonly<Record<string, string>> = {
  'org.active': '组织',
  'directive.ack': '指令待签收',
  'request.overdue': '诉求超时',
  'member.full': '正式党员',
  'member.provisional': '预备党员',
  'transfer.open': '在途接转',
};

for (const login of ['city', 'street-440308001', 'community-440308001002']) {
  test(`GW-05 every figure of ${login} is the sum of its parts and the length of the list it opens`, async ({ as }) => {
    await issueDirective(await as('city'), unique('数字'), ['street', 'community']);
    const officer = await as(login);
    // Names of issuers above are asked for and not told.
    officer.expectRefusal(/\/api\/v1\/organizations\/org_/);
    await officer.open(`/cockpit/${officer.organizationId}`);
    await expect.poll(async () => (await figuresOf(officer)).find(({ metric }) => metric === 'directive.ack')?.value).toBeGreaterThan(0);
    const figures = await figuresOf(officer);
    expect(figures.map(({ metric }) => metric).sort()).toEqual(Object.keys(names).sort());
    for (const { metric, value, own, unlocated, children } of figures) {
      expect(children.reduce((sum, child) => sum + child.value, 0) + own + unlocated, metric).toBe(value);
      await officer.open(`/cockpit/${officer.organizationId}?m=${metric}`);
      await expect(officer.page.getByText(new RegExp(`^${value} = 下级 \\d+ \\+ 本级直属 ${own} \\+ 未定位/驻外 ${unlocated}$`))).toBeVisible();
      await officer.page.getByRole('link', { name: new RegExp(`^${names[metric] ?? ''} ?${value}$`) }).click();
      await expect(officer.page.getByTestId('total'), metric).toHaveText(`共 ${value} 条`);
      await expect(officer.page.getByRole('row'), metric).toHaveCount(Math.min(value, 20) + 1);
    }
  });
}

test('GW-05 drilling from the city to a branch and back by the breadcrumb works by keyboard', async ({ as }) => {
  const { page, open, organizationId } = await as('city');
  await open(`/cockpit/${organizationId}`);
  for (const name of ['中共盐田区委员会', '梅沙街道党工委', '小梅沙社区党委', '第一党支部']) {
    const link = page
      .getByRole('main')
      .getByRole('link', { name: new RegExp(`^${name}`) })
      .first();
    await link.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
  }
  await page.getByRole('navigation', { name: '当前位置' }).getByRole('link', { name: '中共盐田区委员会' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('中共盐田区委员会');
});

test('a transfer moves the figures of both branches, not that of the city', async ({ as }) => {
  const [street, from, to] = [await as('street-440308001'), await as('branch-440308001006'), await as('branch-440308001007')];
  const full = (page: Persona) => page.page.getByRole('link', { name: /^正式党员/ });
  const before = new Map<Persona, number>();
  for (const one of [street, from, to]) {
    await one.open(`/cockpit/${one.organizationId}`);
    before.set(one, Number(((await full(one).textContent()) ?? '').replace(/\D/g, '')));
  }
  const giving = await as('community-440308001006');
  const member = await spareMember(giving, from.organizationId);
  await moveMember({ secretary: from, sender: giving, receiver: await as('community-440308001007'), arrival: to, personId: member });
  await expect(full(from)).toHaveText(`正式党员${(before.get(from) ?? 0) - 1}`, { timeout: 5_000 });
  await expect(full(to)).toHaveText(`正式党员${(before.get(to) ?? 0) + 1}`, { timeout: 5_000 });
  await expect(full(street)).toHaveText(`正式党员${before.get(street)}`);
});

async function figuresOf({ get, organizationId }: Persona): Promise<Figures['items']> {
  const parts = await Promise.all(
    ['organizations', 'members'].map((context) => get<Figures>(`/contexts/${context}/figures?organizationId=${organizationId}&view=line`)),
  );
  return parts.flatMap(({ items }) => items);
}
