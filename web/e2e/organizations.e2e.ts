import { expect, test } from './fixtures.ts';

test('the tree unfolds by keyboard down to a branch, whose profile tells its history', async ({ as }) => {
  const { page, open } = await as('city');
  await open('/orgs');
  const tree = page.getByRole('tree', { name: '组织' });
  await expect(tree.getByRole('treeitem', { name: /中共盐田区委员会/ })).toBeVisible();
  await tree.focus();
  for (const name of ['中共盐田区委员会', '梅沙街道党工委', '东海岸社区党委']) {
    await page.keyboard.press('ArrowDown');
    const item = tree.getByRole('treeitem', { name: new RegExp(name) });
    await expect(tree).toHaveAttribute('aria-activedescendant', (await item.getAttribute('id')) ?? '');
    await page.keyboard.press('ArrowRight');
    await expect(item).toHaveAttribute('aria-expanded', 'true');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('total')).toHaveText('共 1 条');
  await page
    .getByRole('row', { name: /第一党支部/ })
    .getByRole('link')
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: '第一党支部' })).toBeVisible();
  await expect(page.getByRole('region', { name: '第一党支部' })).toContainText('东海岸社区党委');
  await page.getByRole('tab', { name: '沿革' }).click();
  await expect(page.getByRole('region', { name: '沿革' })).toContainText('登记入库');
  await page.getByRole('tab', { name: '班子' }).click();
  await expect(page.getByRole('row', { name: /书记/ })).toBeVisible();
});

test('pinyin initials find an organization', async ({ as }) => {
  const { page, open } = await as('city');
  await open('/orgs');
  await page.getByRole('searchbox', { name: '查找组织' }).fill('msjd');
  const found = page.getByRole('list', { name: '查找结果' });
  await expect(found.getByRole('button', { name: '梅沙街道党工委' })).toBeVisible();
  await found.getByRole('button', { name: '梅沙街道党工委' }).click();
  await expect(page.getByTestId('total')).toHaveText('共 4 条');
});
