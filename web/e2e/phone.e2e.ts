import type { Page } from '@playwright/test';
import { expect, expectAccessible, test, type Persona } from './fixtures.ts';
import { choose, issueDirective, unique } from './steps.ts';

const phone = { width: 375, height: 812 };

/** Nothing runs out of the page to the side, and nothing grave is found on it. */
async function expectPhone(page: Page): Promise<void> {
  await expect(page.locator('.skeleton')).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth), page.url()).toBeLessThanOrEqual(0);
  await expectAccessible(page);
}

/** A secretary begins a meeting on the phone; the address that its picture leads to. */
async function beginMeeting({ page }: Persona, title: string): Promise<string> {
  await page.goto('/m');
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '支部' }).click();
  await page.getByRole('button', { name: '安排会议' }).click();
  const plan = page.getByRole('dialog');
  await choose(plan, /类型/, '主题党日');
  await page.keyboard.press('Escape');
  await plan.getByLabel('会议名称').fill(title);
  await plan.getByLabel('时间（如 09:30）').fill('00:00');
  await plan.getByRole('button', { name: '安排会议' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await page.getByRole('button', { name: '召开' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '召开' }).click();
  await page.getByRole('link', { name: '会议现场' }).click();
  await expect(page.getByTestId('picture')).toBeVisible();
  return shownLink(page);
}

const shownLink = async (page: Page): Promise<string> => (await page.getByTestId('picture').getAttribute('data-link')) ?? '';

/** Scans while there is no network: it is kept, and goes out by itself when there is one again. */
async function scanOffline({ page, expectRefusal }: Persona, link: string): Promise<void> {
  expectRefusal(/\/api\/v1\//);
  await expect.poll(() => page.evaluate(async () => (await caches.match('/m')) !== undefined)).toBe(true);
  await page.context().setOffline(true);
  await page.goto(link);
  await expect(page.getByRole('status')).toContainText('签到已保存在手机上');
  await expectPhone(page);
  await page.context().setOffline(false);
  await expect(page.getByRole('status')).toContainText(/已签到|离线补传/);
}

test('H1 H2 H10 ORG-36 a whole meeting on phones: begun, signed in to by its picture after a log-in and without a network, minuted and confirmed', async ({
  as,
  stranger,
}) => {
  const secretary = await as('branch-440308001002', phone);
  const { page } = secretary;
  const title = unique('手机主题党日');
  const first = await beginMeeting(secretary, title);
  await expectPhone(page);

  const member = stranger.page;
  await member.setViewportSize(phone);
  stranger.expectRefusal(/\/api\/v1\/session$/);
  stranger.expectRefusal(/\/sign-in$/);
  await member.goto(first);
  await member.locator('a[href*="persona=member&"]').click();
  const result = member.getByRole('status');
  await expect(result).toContainText('已签到');
  await expect(result).toContainText(title);
  await expectPhone(member);
  await expect(page.getByTestId('arrived')).toHaveText('实到 1');
  await member.goto(await shownLink(page));
  await expect(result).toContainText('已签到');
  await member.getByRole('link', { name: '查看我的会议' }).click();
  await expect(member.getByRole('listitem').filter({ hasText: title })).toContainText('已签到');

  const other = await as('branch-440308001005', phone);
  other.expectRefusal(/\/sign-in$/);
  await other.page.goto(await shownLink(page));
  await expect(other.page.getByRole('status')).toContainText('这不是您所在支部的会议');
  secretary.expectRefusal(/\/sign-in$/);
  await page.goto(first.replace(/\d{6}$/, '000000'));
  await expect(page.getByRole('status')).toContainText('这个码已过期');
  await page.getByRole('link', { name: '查看我的会议' }).click();
  await page.getByLabel('签到码').fill('000000');
  await page.getByRole('button', { name: '会议签到' }).click();
  await expect(page.getByRole('status')).toContainText('这个码已过期');

  const meeting = `/m/meetings/${first.slice('/m/s/'.length).split('.')[0] ?? ''}`;
  await page.goto(`${meeting}/live`);
  await scanOffline(secretary, await shownLink(page));
  await page.goto(meeting);
  await page.getByRole('button', { name: '会议记录' }).click();
  const minutes = page.getByRole('dialog');
  await minutes.getByLabel('内容').fill('会议记录全文');
  await minutes.getByLabel('决议').fill('无');
  await expectPhone(page);
  await minutes.getByRole('button', { name: '会议记录' }).click();
  await page.getByRole('button', { name: '确认记录' }).click();
  await expect(page.getByText('已确认', { exact: true })).toBeVisible();
  await expectPhone(page);
});

test('H1 H10 a secretary finds a directive on the phone and acknowledges it, at the largest text', async ({ as }) => {
  const [community, secretary] = [await as('community-440308001002'), await as('branch-440308001002', phone)];
  const title = unique('手机签收');
  await issueDirective(community, title, ['base']);
  const { page } = secretary;
  await page.goto('/m');
  await page.getByRole('button', { name: '特大' }).click();
  await expect(page.getByRole('link', { name: title })).toBeVisible();
  await expectPhone(page);
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('button', { name: '签收' }).click();
  await expect(page.getByText('已签收').first()).toBeVisible();
  await expectPhone(page);
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '支部' }).click();
  await expectPhone(page);
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '首页' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '首页' })).toBeVisible();
  await expect(page.getByRole('link', { name: title })).toHaveCount(0);
});
