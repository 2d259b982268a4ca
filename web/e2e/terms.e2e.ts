import { readFileSync } from 'node:fs';
import { expect, test, type Persona } from './fixtures.ts';
import { choose, daysAgo, fillDate, unique } from './steps.ts';

/** A committee below the community that owes its first election, with six candidates. */
async function newCommittee(community: Persona, street: Persona) {
  const name = unique('园区党委');
  const home = { lineParentId: community.organizationId, placeParentId: community.organizationId };
  const { id } = await community.post('/organizations', { name, kind: 'committee', level: 'base', sector: 'community', ...home });
  await street.post(`/organizations/${id}/approve`, {});
  const { items } = await community.get<{ readonly items: readonly { readonly personId: string }[] }>('/members?kind=full&limit=6');
  const ids = items.map(({ personId }) => personId).join();
  const { names } = await community.get<{ readonly names: readonly { readonly personId: string; readonly name: string }[] }>(`/member-names?personIds=${ids}`);
  return { id, name, members: names };
}

test('P10 R-10 the calendar of terms lists who owes an election, whose result counts by its arithmetic, and whose secretary is removed by ground', async ({
  as,
}) => {
  const [community, street] = [await as('community-440308001002'), await as('street-440308001')];
  const { id, name, members } = await newCommittee(community, street);
  await street.open('/terms');
  const soon = street.page.getByRole('link', { name: /^180 天内届满 ?\d+$/ });
  await expect(soon).toBeVisible();
  const count = ((await soon.textContent()) ?? '').replace(/^.*届满/, '').trim();
  await soon.click();
  await expect(street.page.getByTestId('total')).toHaveText(`共 ${count} 条`);
  await street.expectAccessible();
  await street.open('/terms?f.month=2027-02');
  await expect(street.page.getByTestId('total')).toHaveText(/^共 \d+ 条$/);
  const download = street.page.waitForEvent('download');
  await street.page.getByRole('link', { name: '下载日历文件（iCal）' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('换届日历.ics');
  expect(readFileSync(await saved.path(), 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n[^]*BEGIN:VEVENT/);
  await street.open('/terms?f.state=awaitingFirst');
  await street.page.getByRole('link', { name }).click();
  await expect(street.page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(street.page.getByText('待首次选举')).toBeVisible();
  await street.post(`/terms/${id}/elections`, { ballotOn: daysAgo(0), seats: 5, deputies: 1, candidateIds: members.map(({ personId }) => personId) });

  community.expectRefusal(/\/result$/);
  await community.open(`/terms/${id}`);
  const { page } = community;
  await page.getByRole('button', { name: '登记选举结果' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('实到不少于应到的五分之四')).toBeVisible();
  const figures = { 应到人数: '40', 实到人数: '31', 发出票: '31', 收回票: '31' };
  for (const [label, figure] of Object.entries(figures)) await dialog.getByLabel(label).fill(figure);
  for (const [index, member] of members.entries()) await dialog.getByLabel(`${member.name} 得赞成票`).fill(String(30 - 4 * index));
  await choose(dialog, /^书记人选/, members[0]?.name ?? '');
  await dialog.getByRole('button', { name: '登记选举结果' }).click();
  await expect(dialog.getByRole('alert')).toContainText('到会人数未达到要求。');
  await dialog.getByLabel('实到人数').fill('32');
  await dialog.getByRole('button', { name: '登记选举结果' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('空缺名额')).toBeVisible();
  await community.expectAccessible();

  await expect(page.getByRole('button', { name: '批准结果' })).toHaveCount(0);

  await street.open(`/terms/${id}`);
  await street.page.getByRole('button', { name: '批准结果' }).click();
  const approval = street.page.getByRole('dialog');
  await choose(approval, /名额空缺的原因/, '以后补选');
  await approval.getByRole('button', { name: '批准结果' }).click();
  await expect(street.page.getByText('任期中')).toBeVisible();
  await expect(street.page.getByText('以后补选')).toBeVisible();
  await street.open(`/orgs/${id}?tab=posts`);
  const row = street.page.getByRole('row', { name: new RegExp(`书记.*${members[0]?.name ?? ''}`) });
  await row.getByRole('button', { name: '免职' }).click();
  const removal = street.page.getByRole('dialog');
  await choose(removal, '免职理由', '不履职');
  await removal.getByRole('button', { name: '免职' }).click();
  await expect(row).toHaveCount(0);
});

test('P10 a shift of thirteen months is refused with the rule, one of six is asked for and approved', async ({ as }) => {
  const [branch, community] = [await as('branch-440308001002'), await as('community-440308001002')];
  const { dueOn } = await branch.get<{ readonly dueOn: string }>(`/terms/${branch.organizationId}`);
  const later = (months: number) => new Date(Date.UTC(Number(dueOn.slice(0, 4)), Number(dueOn.slice(5, 7)) - 1 + months, 15)).toISOString().slice(0, 10);
  branch.expectRefusal(/request-shift$/);
  await branch.open(`/terms/${branch.organizationId}`);
  await branch.page.getByRole('button', { name: '申请提前或延期' }).click();
  const dialog = branch.page.getByRole('dialog');
  await fillDate(dialog, '改至', later(13));
  await choose(dialog, '原因', '党员外出较多');
  await dialog.getByRole('button', { name: '申请提前或延期' }).click();
  await expect(dialog.getByRole('alert')).toContainText('一年');
  await fillDate(dialog, '改至', later(6));
  await dialog.getByRole('button', { name: '申请提前或延期' }).click();
  await expect(dialog).toHaveCount(0);
  await community.open(`/terms/${branch.organizationId}`);
  await community.page.getByRole('button', { name: '批准改期' }).click();
  await expect(community.page.getByText('原届满日')).toBeVisible();
});
