import type { Page } from '@playwright/test';
import { choose, daysAgo, fillDate } from './steps.ts';
import { expect, test } from './fixtures.ts';
import { nameOf } from './transfer-steps.ts';

test('a grant needs a second administrator, and once revoked it is over in every open tab', async ({ as }) => {
  const [first, second] = [await as('security'), await as('security-2')];
  const member = await as('member');
  // Who administers rights knows people by number, and their names masked.
  const name = await nameOf(first, member.personId);

  await first.open('/admin/grants');
  await first.page.getByRole('button', { name: '新增授权' }).click();
  const dialog = first.page.getByRole('dialog');
  await dialog.getByLabel('人员编号').fill(member.personId);
  await choose(dialog, '角色', '运维');
  await dialog.getByLabel('组织编号').fill(first.organizationId);
  await expect(dialog.getByText(/^以此授权可见 \d+ 个组织$/)).toBeVisible();
  await dialog.getByRole('button', { name: '新增授权' }).click();
  await expect(dialog).toHaveCount(0);
  await first.open('/admin/grants?f.state=proposed');
  const proposed = first.page.getByRole('row', { name: /待复核/ });
  await expect(proposed).toHaveCount(1);
  await expect(proposed.getByRole('button', { name: '复核通过' })).toHaveCount(0);

  await second.open('/admin/grants?f.state=proposed');
  await second.page.getByRole('button', { name: '复核通过' }).click();
  await expect(second.page.getByRole('row', { name: /待复核/ })).toHaveCount(0);

  await member.page.reload();
  await member.page.getByRole('button', { name: /^切换岗位/ }).click();
  await member.page.getByRole('menuitem', { name: '中共深圳市委员会 · 运维' }).click();
  await member.page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '投影' }).click();
  await expect(member.page.getByRole('heading', { level: 1, name: '投影与流程' })).toBeVisible();

  await first.open('/admin/grants?f.role=operator&f.state=live');
  const live = first.page.getByRole('row', { name });
  await live.getByRole('button', { name: '收回' }).click();
  const reason = first.page.getByRole('dialog');
  await choose(reason, '原因', '不再需要');
  await reason.getByRole('button', { name: '收回' }).click();
  await expect(reason).toHaveCount(0);
  member.expectRefusal(/\/api\/v1\//);
  const status = () => member.page.evaluate(async () => (await fetch('/api/v1/contexts/organizations/subscriptions')).status);
  await expect.poll(status, { timeout: 5_000 }).toBeGreaterThanOrEqual(400);

  const auditor = await as('audit');
  await auditor.open('/admin/audit');
  await expect(auditor.page.getByRole('row', { name: /收回授权/ }).first()).toBeVisible();
  await auditor.page.reload();
  await expect(auditor.page.getByRole('row', { name: /看审计.*查看审计/ }).first(), 'looking is itself recorded').toBeVisible();
  await auditor.page.getByRole('button', { name: '校验链' }).click();
  await expect(auditor.page.getByText(/^已校验第 1 至 [\d,]+ 条，记录完整$/)).toBeVisible();
});

test('SEC-07 a weighty act asks for a newer log-in in a window of its own, and goes on with the form as it is', async ({ as }) => {
  const [security, second, member] = [await as('security'), await as('security-2'), await as('member')];
  const { page } = security;
  security.expectRefusal(/\/api\/v1\/grants$/);
  let sent = 0;
  await page.route('**/api/v1/grants', (route) => {
    const tooOld = route.request().method() === 'POST' && sent++ === 0;
    const problem = { status: 401, code: 'STEP_UP_REQUIRED', title: '未登录', detail: '此操作需要重新验证身份。', details: { maxAgeSeconds: 300 } };
    return tooOld ? route.fulfill({ status: 401, contentType: 'application/problem+json', json: problem }) : route.continue();
  });
  await security.open('/admin/grants');
  await page.getByRole('button', { name: '新增授权' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('人员编号').fill(member.personId);
  await choose(dialog, '角色', '运维');
  await dialog.getByLabel('组织编号').fill(security.organizationId);
  const old = (await page.context().cookies()).find(({ name }) => name === '__Host-zt')?.value;
  await dialog.getByRole('button', { name: '新增授权' }).click();
  await expect(dialog.getByRole('alert')).toContainText('此操作需要重新验证身份。');
  const [logIn] = await Promise.all([page.waitForEvent('popup'), dialog.getByRole('button', { name: '重新登录并继续' }).click()]);
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => logIn.isClosed()).toBe(true);
  expect((await page.context().cookies()).find(({ name }) => name === '__Host-zt')?.value, 'another session').not.toBe(old);
  expect(sent).toBe(2);

  await second.open('/admin/grants?f.state=proposed');
  await second.page.getByRole('button', { name: '收回' }).click();
  const reason = second.page.getByRole('dialog');
  await choose(reason, '原因', '不再需要');
  await reason.getByRole('button', { name: '收回' }).click();
  await expect(second.page.getByRole('row', { name: /待复核/ })).toHaveCount(0);
});

test('P33 one person holds two of the three administrator roles in no case', async ({ as }) => {
  const [security, system] = [await as('security'), await as('system')];
  security.expectRefusal(/\/api\/v1\/grants$/);
  await security.open('/admin/grants');
  await security.page.getByRole('button', { name: '新增授权' }).click();
  const dialog = security.page.getByRole('dialog');
  await dialog.getByLabel('人员编号').fill(system.personId);
  await choose(dialog, '角色', '审计管理员');
  await dialog.getByLabel('组织编号').fill(security.organizationId);
  await dialog.getByRole('button', { name: '新增授权' }).click();
  await expect(dialog.getByRole('alert')).toContainText('该角色与已有角色不能由同一人担任。');
});

test('P35 a record that was changed is named, with what is sound before it', async ({ as }) => {
  const { page, open } = await as('audit');
  await page.route('**/contexts/organizations/audit/verification*', (route) => route.fulfill({ json: { verified: 41, firstBad: 42 } }));
  await open('/admin/audit');
  await page.getByRole('button', { name: '校验链' }).click();
  await expect(page.getByRole('alert')).toHaveText('第 42 条与前后不符，此前 41 条完整');
});

test('P34 a setting of the city changes from a later day on, never backwards, and each rank finds its own', async ({ as }) => {
  const city = await as('city');
  const row = (page: Page, key: string) => page.getByRole('row').filter({ has: page.getByText(key, { exact: true }) });
  await city.open('/admin/settings?size=100');
  const approval = row(city.page, 'org.approveDays');
  await expect(approval).toContainText('未调整过');
  await approval.getByRole('button', { name: '调整' }).click();
  const dialog = city.page.getByRole('dialog');
  await expect(dialog).toContainText(/“设立批复期限（天）”现为 30，新值将适用于 [\d,]+ 个组织/);
  await dialog.getByLabel('新值').fill('20');
  await fillDate(dialog, '生效日期', daysAgo(0));
  await dialog.getByLabel('依据').fill('深组通〔2026〕5号');
  await dialog.getByRole('button', { name: '调整' }).click();
  city.expectRefusal(/settings\/org\.approveDays\/change$/);
  await expect(dialog).toContainText('参数最早自明日起生效');
  await fillDate(dialog, '生效日期', daysAgo(-30));
  await dialog.getByRole('button', { name: '调整' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(approval).toContainText('调整 1 次');
  await approval.getByText('调整 1 次').click();
  await expect(approval).toContainText(/改为 20/);
  await expect(approval.locator('strong')).toHaveText('30');
  for (const [day, value] of [
    [daysAgo(-29), '30'],
    [daysAgo(-30), '20'],
  ] as const) {
    await city.open(`/admin/settings?size=100&f.on=${day}`);
    await expect(approval.locator('strong')).toHaveText(value);
  }
  const district = await as('district-440308');
  await district.open('/admin/settings?size=100');
  await expect(row(district.page, 'directive.ackHours').getByRole('button', { name: '调整' })).toBeVisible();
  await expect(row(district.page, 'org.approveDays').getByRole('button')).toHaveCount(0);
  await city.expectAccessible();
});
