import type { Page } from '@playwright/test';
import { choose, unique } from './steps.ts';
import { expect, test } from './fixtures.ts';

interface RequestView {
  readonly state: string;
  readonly dueAt: string | null;
  readonly heldSince: string | null;
  readonly reopenings: number;
}

test('a request goes to its holder at once, is answered, reopened with a new clock, answered and confirmed', async ({ as }) => {
  const text = unique('请协助理顺一个支部的隶属关系');
  const holder = await as('street-440308001');
  await holder.open('/requests');
  const routed = holder.page.getByRole('region', { name: /^已派/ });
  await expect(routed).toBeVisible();
  const cards = routed.getByRole('link').filter({ hasText: '小梅沙社区党委' });
  const before = await cards.count();

  const community = await as('community-440308001002');
  await community.open('/requests/new');
  await choose(community.page, '主题', '组织设置');
  await expect(community.page.getByText('将直接送到 组织部（街道）')).toContainText('梅沙街道党工委');
  await community.page.getByLabel('诉求内容').fill(text);
  await community.page.getByRole('button', { name: '提交' }).click();
  await expect(community.page.getByText(text)).toBeVisible();
  await expect(community.page).toHaveURL(/\/requests\/req_/);
  const requestId = new URL(community.page.url()).pathname.split('/').at(-1) ?? '';
  const seen = () => community.get<RequestView>(`/requests/${requestId}?organizationId=${community.organizationId}`);

  await expect(cards).toHaveCount(before + 1, { timeout: 5_000 });
  await holder.page.locator(`a[href*="${requestId}"]`).click();
  await expect(holder.page.getByText(text).first()).toBeVisible();
  await holder.page.getByRole('button', { name: '接单' }).click();
  await answer(holder.page, '已办', '已函告条线。');
  await expect(community.page.getByText('已函告条线。')).toBeVisible({ timeout: 5_000 });

  await community.page.getByRole('button', { name: '不满意，重开' }).click();
  await community.page.getByRole('dialog').getByLabel('原因').fill('还没有落实。');
  await community.page.getByRole('dialog').getByRole('button', { name: '不满意，重开' }).click();
  await expect(community.page.getByRole('listitem').filter({ hasText: '还没有落实。' })).toBeVisible();
  await expect(holder.page.getByRole('button', { name: '接单' })).toBeVisible({ timeout: 5_000 });
  const reopened = await seen();
  expect(reopened.reopenings).toBe(1);
  expect(Date.parse(reopened.dueAt ?? '')).toBeGreaterThan(Date.now());

  await holder.page.getByRole('button', { name: '接单' }).click();
  await answer(holder.page, '已办', '已落实。');
  await community.page.getByRole('button', { name: '满意，确认办结' }).click();
  await expect(community.page.getByText('已确认')).toBeVisible();
  const steps = community.page.getByRole('region', { name: '办理过程' });
  for (const step of ['提出', '直达承办', '接单', '答复', '重开', '确认办结']) await expect(steps).toContainText(step);
});

async function answer(page: Page, kind: string, text: string): Promise<void> {
  await page.getByRole('button', { name: '答复' }).click();
  const dialog = page.getByRole('dialog');
  await choose(dialog, '答复类型', kind);
  await dialog.getByLabel('答复内容').fill(text);
  await dialog.getByRole('button', { name: '答复' }).click();
  await expect(dialog).toHaveCount(0);
}
