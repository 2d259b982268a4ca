import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

/** Everything executed on the way to a page, in kB as it travels. */
class Scripts {
  readonly #bodies = new Map<string, Promise<Buffer>>();
  readonly encodings = new Set<string | undefined>();

  constructor(page: Page) {
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'script' || response.status() !== 200) return;
      this.encodings.add(response.headers()['content-encoding']);
      this.#bodies.set(response.url(), response.body());
    });
  }
  async sizes(): Promise<{ readonly gzip: number; readonly brotli: number }> {
    const bodies = await Promise.all(this.#bodies.values());
    const sum = (pack: (body: Buffer) => Buffer) => Math.round(bodies.reduce((total, body) => total + pack(body).length, 0) / 1_000);
    return { gzip: sum((body) => gzipSync(body, { level: 9 })), brotli: sum((body) => brotliCompressSync(body)) };
  }
}

test('console 5: log-in, shell, first list and the phone stay within their budgets and travel compressed', async ({ stranger: { page, expectRefusal } }) => {
  expectRefusal(/\/api\/v1\/session$/);
  const scripts = new Scripts(page);
  await page.goto('/login');
  await expect(page.getByText('选择演示人员')).toBeVisible();
  const login = await scripts.sizes();
  await page.goto('/auth/login?persona=city&returnTo=/app/no-such-page');
  await expect(page.getByRole('heading', { level: 1, name: '没有这个页面' })).toBeVisible();
  const shell = await scripts.sizes();
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '名册' }).click();
  await expect(page.getByTestId('total')).toBeVisible();
  const list = await scripts.sizes();

  const scriptsOfPhone = new Scripts(page);
  await page.goto('/m');
  await expect(page.getByRole('heading', { level: 1, name: '首页' })).toBeVisible();
  const phone = await scriptsOfPhone.sizes();

  process.stdout.write(`kB of scripts: ${JSON.stringify({ login, shell, list, phone })}\n`);
  expect(login.gzip).toBeLessThanOrEqual(120);
  expect(shell.gzip).toBeLessThanOrEqual(290);
  expect(shell.brotli).toBeLessThanOrEqual(250);
  expect(list.gzip).toBeLessThanOrEqual(420);
  expect(list.brotli).toBeLessThanOrEqual(350);
  expect(phone.gzip).toBeLessThanOrEqual(200);
  expect([...scripts.encodings]).toEqual(['br']);
});
