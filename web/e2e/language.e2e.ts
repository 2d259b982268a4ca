import { daysAgo, unique } from './steps.ts';
import { expect, test } from './fixtures.ts';

test('switching the language translates shell and pages, and the choice stays', async ({ as }) => {
  const { page, open } = await as('city');
  await page.getByRole('button', { name: /^EN/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Workbench' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-US');
  await open('/orgs');
  await expect(page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Cockpit' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Secretary' })).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 900 });
  await open('/orgs/lines');
  const level = page.getByRole('cell', { name: 'Community', exact: true }).first();
  expect(await level.evaluate((cell) => cell.scrollHeight / parseFloat(getComputedStyle(cell).lineHeight)), 'a word is not broken').toBeLessThan(2.5);
});

test('an enumeration is written as the language writes it', async ({ as }) => {
  const { page, open, post, organizationId } = await as('branch-440308001006');
  await post('/meetings', { organizationId, kinds: ['themeDay', 'lecture'], startsAt: `${daysAgo(-9)}T10:00:00+08:00`, title: unique('主题党日暨党课') });
  await open('/meetings');
  await expect(page.getByRole('cell', { name: '主题党日、党课' }).first()).toBeVisible();
  await page.getByRole('button', { name: /^EN/ }).click();
  await expect(page.getByRole('cell', { name: 'Theme day, Lecture' }).first()).toBeVisible();
});

for (const [language, sentence] of [
  ['中文', '正式党员人数不足。'],
  ['English', /full members/i],
] as const) {
  test(`a refusal names its rule in ${language} and keeps what was filled in`, async ({ as }) => {
    const name = unique('人数不足的党支部');
    const community = await as('community-440308001005');
    community.expectRefusal(/\/api\/v1\/organizations$/);
    const english = language === 'English';
    if (english) await community.page.getByRole('button', { name: /^EN/ }).click();
    const label = (zh: string, en: string) => (english ? en : zh);
    await community.open('/orgs');
    const { page } = community;
    await page.getByRole('link', { name: label('新建组织', 'New organization') }).click();
    await page.getByLabel(label('名称', 'Name')).fill(name);
    await page.getByRole('combobox', { name: label('行业', 'Sector') }).click();
    await page.getByRole('option', { name: label('社区', 'Community'), exact: true }).click();
    for (const _step of ['founders', 'check']) await page.getByRole('button', { name: label('下一步', 'Next') }).click();
    await page.getByRole('button', { name: label('提交审批', 'Send for approval') }).click();
    await expect(page.getByRole('alert')).toContainText(sentence);
    for (const _step of ['founders', 'what']) await page.getByRole('button', { name: label('上一步', 'Back') }).click();
    await expect(page.getByLabel(label('名称', 'Name'))).toHaveValue(name);
  });
}
