import { issueDirective, tabTo, unique } from './steps.ts';
import { expect, test } from './fixtures.ts';

test('GW-06 a to-do ends in every tab when its fact occurs in one', async ({ as }) => {
  const title = unique('两个窗口');
  await issueDirective(await as('city'), title, ['community']);
  const officer = await as('community-440308001006');
  const todo = officer.page.getByRole('region', { name: '待办' }).getByRole('listitem').filter({ hasText: title });
  await expect(todo).toContainText('来自 中共深圳市委员会');
  await expect(todo).toContainText(/还剩 \d+ (天|小时)/);
  const count = officer.page.getByRole('link', { name: /^待办 \d+$/ });
  const before = Number((await count.textContent())?.replace(/\D/g, ''));

  const other = await officer.tab();
  await other.page.getByRole('listitem').filter({ hasText: title }).getByRole('link', { name: '签收' }).click();
  await other.page.getByRole('button', { name: '签收' }).click();
  await expect(todo).toHaveCount(0, { timeout: 5_000 });
  await expect(count).toHaveText(`待办 ${before - 1}`, { timeout: 5_000 });
});

test('GW-06 the keyboard alone opens a to-do, acts on it and goes on to the next', async ({ as }) => {
  const city = await as('city');
  const titles = [unique('键盘甲'), unique('键盘乙')];
  for (const title of titles) await issueDirective(city, title, ['community']);
  const { page } = await as('community-440308001007');
  for (const title of titles) {
    const row = page.getByRole('listitem').filter({ hasText: title });
    await tabTo(page, row.getByRole('link', { name: '签收' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await tabTo(page, page.getByRole('button', { name: '签收' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: '签收' })).toHaveCount(0);
    await tabTo(page, page.getByRole('link', { name: '工作台' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: '工作台' })).toBeVisible();
    await expect(row).toHaveCount(0);
  }
});

test('the first stop of the tab key skips to the content', async ({ as }) => {
  const { page } = await as('city');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});
