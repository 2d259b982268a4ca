import { expect, test } from './fixtures.ts';

const office = [
  '工作台',
  '驾驶舱',
  '指令直达',
  '诉求直通',
  '组织树',
  '条块视图',
  '换届',
  '覆盖台账',
  '后备干部',
  '组织状况',
  '组织设置排查',
  '导入',
  '导出',
  '会议',
  '达标看板',
  '主题指引',
  '党务公开',
  '约谈与党课',
  '专项活动',
  '会议签到',
  '公开事项',
  '名册',
  '关系接转',
];
const menus: Readonly<Record<string, { readonly group: string; readonly menu: readonly string[]; readonly home: RegExp }>> = {
  city: { group: '市', menu: [...office, '参数'], home: /待签收/ },
  'district-440308': { group: '区', menu: [...office, '参数'], home: /待签收/ },
  'street-440308001': { group: '街道', menu: [...office, '参数'], home: /待签收/ },
  'community-440308001002': { group: '社区', menu: [...office, '参数'], home: /待签收/ },
  'branch-440308001002': { group: '支部', menu: office.filter((entry) => entry !== '条块视图'), home: /待签收/ },
  member: { group: '党员', menu: ['工作台', '会议签到', '公开事项'], home: /我的党员信息/ },
  system: { group: '三员', menu: ['工作台', '用户', '参数'], home: /用户/ },
  security: { group: '三员', menu: ['工作台', '授权'], home: /授权/ },
  audit: { group: '三员', menu: ['工作台', '授权', '审计', '投影'], home: /审计/ },
  discipline: { group: '三员', menu: ['工作台', '组织树', '名册'], home: /名册/ },
  operator: { group: '运维', menu: ['工作台', '投影'], home: /投影/ },
};

interface Meta {
  readonly personas: readonly { readonly login: string; readonly shown: boolean; readonly organizationName: string; readonly group: string }[];
}

for (const [login, { group, menu, home }] of Object.entries(menus)) {
  test(`${login} is picked, lands on the own home and finds the own menu`, async ({ stranger: { page } }) => {
    await page.goto('/login');
    await expect(page.getByText('演示环境·数据均为虚构')).toBeVisible();
    const picked = page.getByRole('region', { name: group, exact: true }).getByRole('link');
    await picked.and(page.locator(`[href*="persona=${login}&"]`)).click();
    await expect(page).toHaveURL(/\/app\/home$/);
    await expect(page.getByRole('heading', { level: 1, name: '工作台' })).toBeVisible();
    await expect(page.getByRole('main')).toContainText(home);
    await expect(page.getByRole('navigation', { name: '主菜单' }).getByRole('link')).toHaveText(menu.map((entry) => new RegExp(entry)));
  });
}

test('the picker shows every persona that is meant to be shown, and no other', async ({ stranger: { page } }) => {
  await page.goto('/login');
  const { personas } = (await (await page.request.get('/api/v1/meta')).json()) as Meta;
  await expect(page.getByRole('main').getByRole('link')).toHaveCount(personas.filter(({ shown }) => shown).length);
});

test('an address opened before log-in is where log-in leads', async ({ stranger: { page, expectRefusal } }) => {
  expectRefusal(/\/api\/v1\/session$/);
  await page.goto('/app/orgs?view=place&f.below=true');
  await expect(page).toHaveURL(/\/login\?returnTo=/);
  await page.getByRole('region', { name: '市', exact: true }).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/app\/orgs\?view=place&f\.below=true$/);
  await expect(page.getByRole('heading', { level: 1, name: '组织树' })).toBeVisible();
});

test('log-in never leads to a foreign address', async ({ stranger: { page } }) => {
  await page.goto('/login?returnTo=https%3A%2F%2Fexample.org%2Fapp');
  await page.getByRole('region', { name: '市', exact: true }).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/app\/home$/);
});

test('a production issuer offers no picker', async ({ stranger: { page } }) => {
  await page.route('**/api/v1/meta', (route) => route.fulfill({ json: { devIssuer: false, version: '1.0.0', runtime: 'distributed', personas: [] } }));
  await page.goto('/login');
  await expect(page.getByRole('link', { name: '使用统一身份登录' })).toBeVisible();
  await expect(page.getByText('选择演示人员')).toHaveCount(0);
  await expect(page.getByText('演示环境·数据均为虚构')).toHaveCount(0);
});

test('logging out ends the session', async ({ as }) => {
  const city = await as('city');
  city.expectRefusal(/\/api\/v1\/(session|stream)/);
  await city.page.getByRole('button', { name: /^账号/ }).click();
  await city.page.getByRole('menuitem', { name: '退出登录' }).click();
  await expect(city.page).toHaveURL(/\/login/);
  await city.page.goto('/app/home');
  await expect(city.page).toHaveURL(/\/login\?returnTo=/);
});

test('a page outside the rights of the post does not exist for it', async ({ as }) => {
  const secretary = await as('branch-440308001002');
  for (const path of ['/admin/grants', '/admin/audit', '/ops/projections', '/no-such-page']) {
    await secretary.open(path);
    await expect(secretary.page.getByRole('heading', { level: 1, name: '没有这个页面' }), path).toBeVisible();
  }
});

test('P01 on a phone nothing of the log-in page lies over something else', async ({ stranger: { page, expectRefusal } }) => {
  expectRefusal(/\/api\/v1\/session$/);
  await page.setViewportSize({ width: 375, height: 812 });
  await page.goto('/login');
  const [said, card] = [await page.getByRole('complementary').boundingBox(), await page.getByRole('main').boundingBox()];
  expect((said?.y ?? 0) + (said?.height ?? 0)).toBeLessThanOrEqual(card?.y ?? 0);
});
