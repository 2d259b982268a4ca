import { expect, test } from './fixtures.ts';
import { choose, daysAgo, unique } from './steps.ts';

test('P11 ORG-32 ORG-34 a firm with 100,000,000 yuan and 100 staff is listed as due with the threshold it met, one with 99 staff is not; the street exempts it', async ({
  as,
}) => {
  const [community, street] = [await as('community-440308001002'), await as('street-440308001')];
  const { page, organizationId } = community;
  const [large, small] = [unique('网络公司'), unique('小网络公司')];
  const firm = { ledger: 'internetFirm', fullMembers: 0, revenueFen: 10_000_000_000, figuresOn: daysAgo(1) };
  await community.post(`/organizations/${organizationId}/units`, { ...firm, name: small, staff: 99 });
  community.expectRefusal(/\/units$/);
  await community.open('/coverage');
  await page.getByRole('button', { name: '登记单位' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('单位', { exact: true }).fill(small);
  await choose(dialog, '台账类型', '互联网企业');
  for (const [label, figure] of Object.entries({ 员工人数: '100', 正式党员: '0', '年营业收入（元）': '100000000' }))
    await dialog.getByLabel(label).fill(figure);
  await dialog.getByRole('button', { name: '登记单位' }).click();
  await expect(dialog.getByRole('alert')).toContainText('该单位已在台账中。');
  await dialog.getByLabel('单位', { exact: true }).fill(large);
  await dialog.getByRole('button', { name: '登记单位' }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole('link', { name: /^应建未建 ?\d+$/ }).click();
  await expect(page.getByRole('row', { name: new RegExp(large) })).toContainText('营业收入与员工人数达到标准');
  await expect(page.getByRole('row', { name: new RegExp(small) })).toHaveCount(0);
  await community.expectAccessible();
  await page.getByRole('link', { name: large }).click();
  await expect(page.getByRole('heading', { level: 1, name: large })).toBeVisible();
  await expect(page.getByText('应建未建')).toBeVisible();
  await expect(page.getByRole('button', { name: '豁免' })).toHaveCount(0);

  await street.open(new URL(page.url()).pathname.replace('/app', ''));
  await street.page.getByRole('button', { name: '豁免' }).click();
  const exemption = street.page.getByRole('dialog');
  await choose(exemption, '豁免原因', '即将关停');
  await exemption.getByRole('button', { name: '豁免' }).click();
  await expect(street.page.getByText('豁免至')).toBeVisible();
  await street.expectAccessible();

  const association = unique('行业协会');
  const figures = { ledger: 'industryAssociation', staff: 9, fullMembers: 0, figuresOn: daysAgo(1) };
  await community.post(`/organizations/${organizationId}/units`, { ...figures, name: association });
  await street.open('/coverage');
  await street.page.getByRole('link', { name: /^行业协会未派第一书记 ?\d+$/ }).click();
  await expect(street.page.getByRole('link', { name: association })).toBeVisible();
});

test('P11 ORG-24 a member is put in reserve and trained; the district sees who has too few', async ({ as }) => {
  const [community, district] = [await as('community-440308001005'), await as('district-440308')];
  const { page, organizationId } = community;
  const { items } = await community.get<{ readonly items: readonly { readonly personId: string }[] }>('/members?kind=full&limit=1');
  await community.post(`/organizations/${organizationId}/reserves`, { personId: items[0]?.personId ?? '', age: 35 });
  await community.open(`/reserves/${organizationId}`);
  const row = page.getByRole('row').filter({ hasText: '在册' });
  await expect(row).toContainText('年轻');
  await row.getByRole('button', { name: '登记培训' }).click();
  await expect(page.getByRole('row').filter({ hasText: '已培训' })).toHaveCount(1);
  await community.expectAccessible();
  await district.open('/reserves');
  await district.page.getByRole('link', { name: /^未配足的社区 ?\d+$/ }).click();
  await expect(district.page.getByRole('row').filter({ has: district.page.locator(`[href*="${organizationId}"]`) })).toContainText('未配足');
});
