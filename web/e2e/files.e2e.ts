import type { Page } from '@playwright/test';
import writeExcelFile from 'write-excel-file/node';
import { expect, test } from './fixtures.ts';
import { daysAgo, unique } from './steps.ts';

type Rows = readonly (readonly string[])[];

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
async function upload(page: Page, rows: Rows): Promise<void> {
  const buffer = await writeExcelFile(rows.map((row) => row.map((value) => ({ value, type: String })))).toBuffer();
  await page.getByLabel('文件').setInputFiles({ name: '数据.xlsx', mimeType: workbookType, buffer });
  await page.getByRole('button', { name: '上传并核对' }).click();
}
const fact = (page: Page, name: string) => page.locator('dl > div, .facts > div').filter({ hasText: new RegExp(`^${name}`) });

test('P31 every row is checked, only the right ones are written, each wrong one says cell, reason and hint; the same file twice adds nothing', async ({
  as,
}) => {
  const street = await as('street-440308001');
  const { page, organizationId } = street;
  const [first, second] = [unique('华强总支'), unique('福强总支')];
  const heading = ['名称 *', '类别', '层级', '领域', '上级党组织'];
  const row = (name: string, kind = '党总支') => [name, kind, '基层', '社区', organizationId];
  const file = [heading, row(first), row(second), row(first), row(unique('联合'), '党小组')];
  street.expectRefusal(/\/imports\?sheet=organizations$/);
  await street.open('/imports');
  const [template] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载模板' }).click()]);
  expect(template.suggestedFilename()).toBe('党组织导入模板.xlsx');
  await upload(page, [['名称', '类别']]);
  await expect(page.getByText('首行缺少以下必填列')).toBeVisible();
  await street.expectAccessible();

  await upload(page, file);
  await expect(page.getByText('待确认')).toBeVisible();
  await expect(fact(page, '正确')).toContainText('2');
  await expect(fact(page, '错误')).toContainText('2');
  await expect(page.getByRole('row', { name: /党小组/ })).toContainText('请从给定的选项中选择');
  await expect(page.getByRole('row', { name: /与本文件第 2 行相同/ })).toContainText('不得重名');
  const [errors] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载问题清单' }).click()]);
  expect(errors.suggestedFilename()).toBe('导入问题清单.xlsx');
  await street.expectAccessible();
  await page.getByRole('button', { name: '仅导入正确行（2）' }).click();
  await expect(page.getByText('导入完成')).toBeVisible();
  await expect(fact(page, '已写入')).toContainText('2');

  await street.open('/imports');
  await upload(page, file);
  await expect(page.getByText('待确认')).toBeVisible();
  await expect(fact(page, '已存在')).toContainText('2');
  await expect(page.getByRole('button', { name: /仅导入正确行/ })).toHaveCount(0);
});

test('P31 the bar moves while rows are written, and cancelled midway the account is exact', async ({ as }) => {
  const community = await as('community-440308001002');
  const { page, organizationId } = community;
  const name = unique('号楼');
  const units = Array.from({ length: 500 }, (_, nth) => [`${nth}${name}`, organizationId, '楼宇', '20', '0', daysAgo(1)]);
  await community.open('/imports');
  await page.getByRole('combobox', { name: /导入内容/ }).click();
  await page.getByTitle('台账单位').click();
  await upload(page, [['单位名称', '登记组织', '台账类型', '员工人数', '正式党员', '数据日期'], ...units]);
  await page.getByRole('button', { name: '仅导入正确行（500）' }).click();
  const bar = page.getByRole('meter', { name: '写入进度' });
  await expect(bar).toHaveAttribute('aria-valuenow', /[1-9]/);
  await page.getByRole('button', { name: '取消导入' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '取消导入' }).click();
  await expect(page.getByText('已取消')).toBeVisible();
  const figure = async (of: string) => Number(/\d+/.exec((await fact(page, of).textContent()) ?? '')?.[0] ?? '0');
  expect((await figure('已写入')) + (await figure('未写入'))).toBe(500);
  const { total } = await community.get<{ readonly total: number }>(`/imports?organizationId=${organizationId}&limit=1`);
  expect(total).toBeGreaterThan(0);
});
