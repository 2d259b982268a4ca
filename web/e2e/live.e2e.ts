import type { Page } from '@playwright/test';
import { issueDirective, unique } from './steps.ts';
import { expect, test } from './fixtures.ts';

/** Answers of one address as the projection gives them that has not taken in what this tab did. */
async function answerStale(page: Page, address: string | RegExp, body?: string): Promise<void> {
  await page.route(address, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'zhitong-stale': '3' }, ...(body === undefined ? {} : { body }) });
  });
}

test('LINK-23 a list does not move under the cursor: a pill counts what came, and shows it on a click', async ({ as }) => {
  const title = unique('新到的通知');
  const [city, officer] = [await as('city'), await as('community-440308001006')];
  await officer.open('/directives?tab=inbox');
  const { page } = officer;
  await expect(page.getByTestId('total')).toBeVisible();
  await expect(page.getByText('准实时 · 每 15 秒更新')).toHaveCount(0);
  await issueDirective(city, title, ['community']);
  const pill = page.getByRole('button', { name: /^有 \d+ 条更新，点击刷新$/ });
  await expect(pill).toBeVisible();
  const row = page.getByRole('row', { name: title });
  await expect(row).toHaveCount(0);
  await officer.expectAccessible();
  await pill.click();
  await expect(row).toBeVisible();
  await expect(pill).toHaveCount(0);
});

test('P36 a list whose projection lags by more than a minute says so in words', async ({ as }) => {
  const { page, open } = await as('community-440308001006');
  let lagSeconds = 75;
  await page.route('**/api/v1/organizations/*/inbox?*', async (route) => {
    const response = await route.fetch();
    const body = (await response.json()) as object;
    await route.fulfill({ response, json: { ...body, lagSeconds } });
  });
  await open('/directives?tab=inbox');
  const band = page.getByRole('status').filter({ hasText: '数据晚 75 秒，可能尚未包含最新变更' });
  await expect(band).toBeVisible();
  lagSeconds = 59;
  await page.reload();
  await expect(page.getByTestId('total')).toBeVisible();
  await expect(band).toHaveCount(0);
});

test('LINK-04 the own signature is laid over a list that does not know of it yet, and never looks like a failure', async ({ as }) => {
  const title = unique('签收在先');
  const directiveId = await issueDirective(await as('city'), title, ['community']);
  const { page, open, get, organizationId } = await as('community-440308001007');
  await open(`/directives/${directiveId}`);
  await expect(page.getByRole('button', { name: '签收' })).toBeVisible();
  const unsigned = JSON.stringify(await get(`/directives/${directiveId}?organizationId=${organizationId}`));
  await answerStale(page, `**/api/v1/directives/${directiveId}?*`, unsigned);
  await answerStale(page, '**/api/v1/organizations/*/inbox?*');

  await page.getByRole('button', { name: '签收' }).click();
  const band = page.getByRole('status').filter({ hasText: /^同步中：已保存，列表稍后更新 · 签收指令 \d\d:\d\d:\d\d$/ });
  await expect(band).toBeVisible();
  await expect(page.getByText('已签收', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: '签收' })).toHaveCount(0);
  await page.unroute(`**/api/v1/directives/${directiveId}?*`);
  await expect(band, 'the next reading has it').toHaveCount(0);
  await expect(page.getByText('已签收', { exact: true })).toBeVisible();

  await page.getByRole('navigation', { name: '当前位置' }).getByRole('link', { name: '指令直达' }).click();
  await page.getByRole('tab', { name: '收到的' }).click();
  await expect(page.getByRole('row', { name: title })).toContainText('同步中');
  await expect(page.getByRole('status').filter({ hasText: /^已保存，列表稍后更新 · 签收指令/ })).toBeVisible({ timeout: 15_000 });
});
