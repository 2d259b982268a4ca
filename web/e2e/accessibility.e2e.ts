import { issueDirective, unique } from './steps.ts';
import { expect, expectAccessible, test } from './fixtures.ts';

const routes: Readonly<Record<string, readonly string[]>> = {
  city: [
    '/home',
    '/directives',
    '/directives?tab=inbox',
    '/directives/new',
    '/requests',
    '/requests?look=table',
    '/requests/new',
    '/orgs',
    '/members',
    '/transfers',
    '/transfers/new',
    '/no-such-page',
  ],
  system: ['/home', '/admin/users'],
  security: ['/admin/grants'],
  audit: ['/admin/audit', '/ops/projections'],
  member: ['/home'],
};

for (const [login, paths] of Object.entries(routes)) {
  test(`no serious finding on the routes of ${login}`, async ({ as }) => {
    const persona = await as(login);
    for (const path of paths) {
      await persona.open(path);
      await expect(persona.page.locator('.skeleton')).toHaveCount(0);
      await persona.expectAccessible();
    }
  });
}

test('no serious finding on the pages of single things and in a dialog', async ({ as }) => {
  const city = await as('city');
  const directive = await issueDirective(city, unique('可及性'), ['community']);
  for (const path of [`/cockpit/${city.organizationId}`, `/orgs/${city.organizationId}`, `/directives/${directive}`, `/members/${city.personId}`]) {
    await city.open(path);
    await expect(city.page.locator('.skeleton')).toHaveCount(0);
    await city.expectAccessible();
  }
  await city.page.getByRole('button', { name: '查看 手机' }).click();
  await expect(city.page.getByRole('dialog')).toBeVisible();
  await city.expectAccessible();
});

test('no serious finding on the log-in page', async ({ stranger: { page } }) => {
  await page.goto('/login');
  await expect(page.getByText('选择演示人员')).toBeVisible();
  await expectAccessible(page);
});

test('at 375 pixels nothing runs out of the page', async ({ as }) => {
  const { page, open } = await as('branch-440308001002', { width: 375, height: 812 });
  for (const path of ['/home', '/directives', '/requests/new', '/transfers/new']) {
    await open(path);
    await expect(page.locator('.skeleton')).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0);
  }
});
