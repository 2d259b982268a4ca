import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import writeExcelFile from 'write-excel-file/node';
import { expect, test } from './fixtures.ts';
import { daysAgo, unique } from './steps.ts';

type Rows = readonly (readonly string[])[];

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
async function upload(page: Page, rows: Rows): Promise<void> {
  const buffer = await writeExcelFile(rows.map((row) => row.map((value) => ({ value, type: String })))).toBuffer();
  await page.getByLabel('文件').setInputFiles({ name: '数据.xlsx', mimeType: workbookType, buffer });
  await expect(page.getByText('数据.xlsx', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: '上传并核对' }).click();
}
const fact = (page: Page, name: string) => page.locator('dl > div, .facts > div').filter({ hasText: new RegExp(`^${name}`) });

test('P31 every row is checked, only the right ones are written, each wrong one says cell, reason and hint; the same file twice adds nothing', async ({
  as,
}) => {
  // Not the street: journeys unfold its tree child by child.
  const committee = await as('community-440308001006');
  const { page, organizationId } = committee;
  const [first, second] = [unique('华强总支'), unique('福强总支')];
  const heading = ['名称 *', '类别', '层级', '领域', '上级党组织'];
  const row = (name: string, kind = '党总支') => [name, kind, '基层', '社区', organizationId];
  const file = [heading, row(first), row(second), row(first), row(unique('联合'), '党小组')];
  committee.expectRefusal(/\/imports\?sheet=organizations$/);
  await committee.open('/imports');
  const [template] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载模板' }).click()]);
  expect(template.suggestedFilename()).toBe('党组织导入模板.xlsx');
  await upload(page, [['名称', '类别']]);
  await expect(page.getByText('首行缺少以下必填列')).toBeVisible();
  await committee.expectAccessible();

  await upload(page, file);
  await expect(page.getByText('待确认')).toBeVisible();
  await expect(fact(page, '正确')).toContainText('2');
  await expect(fact(page, '错误')).toContainText('2');
  await expect(page.getByRole('row', { name: /党小组/ })).toContainText('请从给定的选项中选择');
  await expect(page.getByRole('row', { name: /与本文件第 2 行相同/ })).toContainText('不得重名');
  const [errors] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载问题清单' }).click()]);
  expect(errors.suggestedFilename()).toBe('导入问题清单.xlsx');
  await committee.expectAccessible();
  await page.getByRole('button', { name: '仅导入正确行（2）' }).click();
  await expect(page.getByText('导入完成')).toBeVisible();
  await expect(fact(page, '已写入')).toContainText('2');

  await committee.open('/imports');
  await upload(page, file);
  await expect(page.getByText('待确认')).toBeVisible();
  await expect(fact(page, '已存在')).toContainText('2');
  await expect(page.getByRole('button', { name: /仅导入正确行/ })).toHaveCount(0);
});

test('P31 console 3.5 the bar moves while rows are written, in the tray as well; cancelled there midway the account is exact, and the tray survives a reload', async ({
  as,
}) => {
  const community = await as('community-440308001002');
  const { page, organizationId } = community;
  const name = unique('号楼');
  const units = Array.from({ length: 2500 }, (_, nth) => [`${nth}${name}`, organizationId, '楼宇', '20', '0', daysAgo(1)]);
  await community.open('/imports');
  await page.getByRole('combobox', { name: /导入内容/ }).click();
  await page.getByTitle('台账单位').click();
  await upload(page, [['单位名称', '登记组织', '台账类型', '员工人数', '正式党员', '数据日期'], ...units]);
  await page.getByRole('button', { name: '仅导入正确行（2500）' }).click();
  const bar = page.getByRole('meter', { name: '写入进度' });
  await expect(bar).toHaveAttribute('aria-valuenow', /[1-9]/);
  const tray = page.getByRole('region', { name: '任务' });
  const job = tray.getByRole('listitem').first();
  const opener = page.getByRole('banner').getByText(/^任务/);
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(job.getByText(/^\d+ % · [\d,]+ \/ 2,500 行$/)).toBeVisible();
  await expect(job.getByText(/^约剩 /)).toBeVisible();
  await job.getByRole('button', { name: '取消导入' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '取消导入' }).click();
  await expect(page.getByRole('main').getByText('已取消')).toBeVisible();
  const figure = async (of: string) => Number(((await fact(page, of).textContent()) ?? '').replace(/\D/g, ''));
  expect((await figure('已写入')) + (await figure('未写入'))).toBe(2500);
  const { total } = await community.get<{ readonly total: number }>(`/imports?organizationId=${organizationId}&limit=1`);
  expect(total).toBeGreaterThan(0);

  await community.open('/home');
  await opener.click();
  await expect(job.getByText('已取消')).toBeVisible();
  await community.expectAccessible();
  await page.keyboard.press('Escape');
  await expect(tray).toBeHidden();
  await opener.click();
  await job.getByRole('link', { name: '导入台账单位' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '导入台账单位' })).toBeVisible();
});

test('P32 a list goes out with as many rows as it has, for a purpose; downloads are listed, expired links are called so, others find none', async ({ as }) => {
  const [street, other] = [await as('street-440308001'), await as('community-440308001005')];
  const { page, organizationId } = street;
  other.expectRefusal(/\/exports\/.*\/file$/);
  await street.open('/orgs?f.below=true');
  const { total } = await street.get<{ readonly total: number }>(`/organizations?scope=${organizationId}&limit=1`);
  await page.getByRole('main').getByRole('link', { name: '导出' }).click();
  await expect(page.getByText(`共 ${total} 条`)).toBeVisible();
  await page.getByLabel('正式党员').uncheck();
  const purpose = unique('年度排查');
  await page.getByLabel('用途').fill(purpose);
  await page.getByRole('button', { name: '生成下载链接' }).click();
  const row = page.getByRole('row', { name: new RegExp(purpose) });
  await expect(row).toBeVisible();
  await street.expectAccessible();
  const [file] = await Promise.all([page.waitForEvent('download'), row.getByRole('link', { name: '下载' }).click()]);
  expect(file.suggestedFilename()).toBe('党组织.xlsx');
  const said = Object.values(unzipSync(await readFile(await file.path())))
    .map((part) => strFromU8(part))
    .join('');
  expect([said.includes(`共 ${total} 条`), said.includes(purpose), said.includes('正式党员')]).toEqual([true, true, false]);
  expect(said.match(/<row /g)).toHaveLength(total + 3);

  const href = (await row.getByRole('link', { name: '下载' }).getAttribute('href')) ?? '';
  expect((await other.page.request.get(href)).status()).toBe(404);
  await page.route('**/api/v1/exports?*', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replaceAll('"expired":false', '"expired":true') });
  });
  await page.reload();
  await expect(row).toContainText('已过期');
  await expect(row).toContainText(/1 次/);
});
