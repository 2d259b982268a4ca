import { issueDirective, unique } from './steps.ts';
import { expect, test } from './fixtures.ts';

const away = {
  status: 503,
  contentType: 'application/problem+json',
  json: { title: '暂不可用', status: 503, code: 'SERVICE_UNAVAILABLE', detail: '党员服务暂不可用。', details: {}, traceId: 'a'.repeat(32) },
};

test('a service that is away leaves the other figures standing and comes back by retrying', async ({ as }) => {
  const city = await as('city');
  city.expectRefusal(/\/contexts\/members\/figures/);
  await city.page.route('**/api/v1/contexts/members/figures*', (route) => route.fulfill(away));
  await city.open(`/cockpit/${city.organizationId}`);
  await expect(city.page.getByRole('link', { name: /^组织 ?\d+$/ })).toBeVisible();
  const problem = city.page.getByRole('alert');
  await expect(problem).toContainText('党员服务暂不可用。');
  await expect(problem).toContainText(`追踪号 ${'a'.repeat(32)}`);
  await city.page.unroute('**/api/v1/contexts/members/figures*');
  await problem.getByRole('button', { name: '重试' }).click();
  await expect(city.page.getByRole('link', { name: /^正式党员 ?\d+$/ })).toBeVisible();
  await expect(problem).toHaveCount(0);
});

test('a command whose answer is lost is sent again with the same key and takes effect once', async ({ as }) => {
  const title = unique('答复丢失');
  const directive = await issueDirective(await as('city'), title, ['community']);
  const officer = await as('community-440308001002');
  officer.expectRefusal(/\/acknowledge$/);
  const keys: string[] = [];
  await officer.page.route('**/acknowledge', async (route) => {
    keys.push((await route.request().headerValue('idempotency-key')) ?? '');
    const answered = await route.fetch();
    await route.fulfill(keys.length === 1 ? { ...away, status: 504 } : { response: answered });
  });
  await officer.open(`/directives/${directive}`);
  await officer.page.getByRole('button', { name: '签收' }).click();
  await expect(officer.page.getByText('已签收', { exact: true })).toBeVisible();
  await expect.poll(() => keys.length).toBe(2);
  expect(new Set(keys).size).toBe(1);
});

test('without a stream the pages ask every 15 seconds and say so', async ({ as }) => {
  const { page, open, expectRefusal } = await as('city');
  expectRefusal(/\/api\/v1\/stream/);
  await page.route('**/api/v1/stream*', (route) => route.fulfill({ ...away, status: 503 }));
  await open('/home');
  await expect(page.getByText('准实时 · 每 15 秒更新').first()).toBeVisible();
});

test('a page whose scripts do not come says so, leaves the menu standing and comes by reloading', async ({ as }) => {
  const { page, expectRefusal } = await as('city');
  expectRefusal(/\/assets\//);
  await page.route('**/assets/MembersPage*', (route) => route.fulfill({ status: 404 }));
  const menu = page.getByRole('navigation', { name: '主菜单' });
  await menu.getByRole('link', { name: '名册' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '这个页面没有打开' })).toBeVisible();
  await menu.getByRole('link', { name: '组织树' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '组织树' })).toBeVisible();
  await menu.getByRole('link', { name: '名册' }).click();
  await page.unroute('**/assets/MembersPage*');
  await page.getByRole('button', { name: '重新载入' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '党员名册' })).toBeVisible();
});
