import { daysAgo, fillDate, issueDirective, unique } from './steps.ts';
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
  'coverage.org': '应建未建',
  'coverage.work': '无党建工作覆盖',
  'directive.ack': '指令待签收',
  'request.overdue': '诉求超时',
  'member.full': '正式党员',
  'member.provisional': '预备党员',
  'transfer.open': '在途接转',
};

const pastNames: Readonly<Record<string, string>> = {
  'then.organizations': '组织',
  'then.withOfficer': '有人履职',
  'then.members': '在支部的党员',
  'then.open': '在途接转',
  'then.overdue': '超期接转',
  'then.assigned': '本年已接转',
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

for (const login of ['city', 'street-440308001', 'community-440308001002']) {
  test(`P03 GW-05 R-03 as of a past day every figure of ${login} is the sum of its parts and the length of the list it opens`, async ({ as }) => {
    const officer = await as(login);
    const { page, organizationId } = officer;
    await officer.open(`/cockpit/${organizationId}`);
    await fillDate(page, '时点', daysAgo(1));
    await expect(page).toHaveURL(new RegExp(`asOf=${daysAgo(1)}`));
    await page.reload();
    await expect(page.getByText(`正在查看 ${daysAgo(1)} 的情况，只读`)).toBeVisible();
    await expect(page.getByText(/^历史日期只有以下指标/)).toBeVisible();
    for (const [metric, name] of Object.entries(pastNames)) {
      await officer.open(`/cockpit/${organizationId}?asOf=${daysAgo(1)}&m=${metric}`);
      const sum = page.getByText(/^[\d,]+ = 下级 [\d,]+ \+ 本级直属 [\d,]+ \+ 未定位\/驻外 0$/);
      const [value = NaN, children = NaN, own = NaN] =
        ((await sum.textContent()) ?? '').match(/[\d,]+/g)?.map((part) => Number(part.replaceAll(',', ''))) ?? [];
      expect(children + own, metric).toBe(value);
      await page.getByRole('link', { name: new RegExp(`^${name} ?${value.toLocaleString('en-US')}$`) }).click();
      await expect(page.getByTestId('total'), metric).toHaveText(`共 ${value} 条`);
      await expect(page.getByRole('row'), metric).toHaveCount(Math.min(value, 20) + 1);
    }
  });
}

test('P03 before its organizations were founded the city counts none, and back to today shows the figures of now', async ({ as }) => {
  const { page, open, organizationId } = await as('city');
  await open(`/cockpit/${organizationId}?asOf=${daysAgo(90)}`);
  await expect(page.getByRole('link', { name: /^组织 ?0$/ })).toBeVisible();
  await page.getByRole('button', { name: '回到今天' }).click();
  await expect(page).not.toHaveURL(/asOf/);
  await expect(page.getByRole('link', { name: /^指令待签收/ })).toBeVisible();
});

test('GW-05 drilling from the city to a branch and back by the breadcrumb works by keyboard', async ({ as }) => {
  const { page, open, organizationId } = await as('city');
  await open(`/cockpit/${organizationId}`);
  for (const name of ['中共盐田区委员会', '梅沙街道党工委', '小梅沙社区党委', '小梅沙社区第一党支部']) {
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
