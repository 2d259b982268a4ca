import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { issueDirective, unique } from './steps.ts';
import { expect, test } from './fixtures.ts';

const folder = fileURLToPath(new URL(process.env['ZT_DOC_IMAGES'] === '1' ? '../../docs/images/' : '../../test-results/pictures/', import.meta.url));
mkdirSync(folder, { recursive: true });

/** The pictures of the documentation: taken on each run, kept in the documentation by `ZHITONG_PROFILE=city ZT_DOC_IMAGES=1 npx playwright test --config web/playwright.config.ts pictures`. */
const picture = async (page: Page, name: string) => {
  await expect(page.locator('.skeleton')).toHaveCount(0);
  await page.screenshot({ path: `${folder}${name}.png`, animations: 'disabled' });
};

test('log-in', async ({ stranger: { page } }) => {
  await page.goto('/login');
  await expect(page.getByText('选择演示人员')).toBeVisible();
  await picture(page, 'login');
});

test('cockpit, organizations and members', async ({ as }) => {
  const { page, open, organizationId } = await as('city');
  await open(`/cockpit/${organizationId}`);
  await expect(page.getByRole('region', { name: '分下级' })).toBeVisible();
  await picture(page, 'cockpit');
  await open('/orgs');
  await expect(page.getByRole('treeitem').nth(1)).toBeVisible();
  await page.getByRole('tree').press('ArrowDown');
  await page.getByRole('tree').press('ArrowRight');
  await expect(page.getByRole('treeitem', { expanded: true })).toHaveCount(2);
  await expect(page.getByRole('table')).not.toContainText('…');
  await picture(page, 'organizations');
  await open('/members');
  await expect(page.getByRole('table')).not.toContainText('…');
  await picture(page, 'members');
});

test('a directive as its issuer sees it', async ({ as }) => {
  const city = await as('city');
  const directive = await issueDirective(city, process.env['ZT_DOC_IMAGES'] === '1' ? '关于开展社区党群服务中心巡检的通知' : unique('巡检'), ['community']);
  for (const login of ['community-440308001002', 'community-440308001005', 'community-440308001006']) {
    const community = await as(login);
    await community.post(`/directives/${directive}/acknowledge`, { organizationId: community.organizationId });
  }
  await city.open(`/directives/${directive}`);
  await expect(city.page.getByRole('region', { name: '办理进度' })).toContainText(/签收3 \/ \d+/);
  await picture(city.page, 'directive');
});
