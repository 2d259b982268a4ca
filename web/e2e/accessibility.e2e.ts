import { personas, routesOf } from './routes.ts';
import { expect, expectAccessible, test } from './fixtures.ts';

const sizes = [
  { width: 1440, height: 900 },
  { width: 375, height: 812 },
] as const;

for (const login of personas) {
  test(`no serious finding on the routes of ${login}, and nothing runs out of them on a desktop or a phone`, async ({ as }) => {
    test.setTimeout(300_000);
    const persona = await as(login);
    for (const path of await routesOf(persona, as)) {
      await persona.open(path);
      await expect(persona.page.locator('.skeleton')).toHaveCount(0);
      await persona.expectAccessible();
      for (const size of sizes) {
        await persona.page.setViewportSize(size);
        const over = () => persona.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        await expect.poll(over, `${path} at ${size.width}`).toBeLessThanOrEqual(0);
      }
      await persona.page.setViewportSize(sizes[0]);
    }
  });
}

test('no serious finding in a dialog', async ({ as }) => {
  const city = await as('city');
  await city.open(`/members/${city.personId}`);
  await city.page.getByRole('button', { name: '查看 手机' }).click();
  await expect(city.page.getByRole('dialog')).toBeVisible();
  await city.expectAccessible();
});

test('no serious finding on the log-in page', async ({ stranger: { page } }) => {
  await page.goto('/login');
  await expect(page.getByText('选择演示人员')).toBeVisible();
  await expectAccessible(page);
});
