import type { Page } from '@playwright/test';
import { daysAgo, issueDirective, unique } from './steps.ts';
import { expect, test, type Persona } from './fixtures.ts';

/** Two windows of one officer on the same directive; the first has the form open that amends it. */
async function amending(city: Persona): Promise<{ readonly other: Page; readonly first: Page }> {
  city.expectRefusal(/\/amend$/);
  const directive = await issueDirective(city, unique('并行修改'), ['street']);
  const other = await city.tab();
  await other.open(`/directives/${directive}`);
  await city.open(`/directives/${directive}`);
  await city.page.getByRole('button', { name: '修改正文' }).click();
  await expect(textIn(city.page)).toHaveValue(/请各级签收。$/);
  return { other: other.page, first: city.page };
}

const textIn = (page: Page) => page.getByRole('dialog').getByRole('textbox', { name: /正文/ });
const send = (page: Page) => page.getByRole('dialog').getByRole('button', { name: '修改正文' }).click();
const told = (page: Page, text: string) => expect(page.getByRole('main').getByText(text, { exact: true }).first()).toBeVisible();

test('console 3.3 what others did beside the form is merged, and the form is sent once more by itself', async ({ as }) => {
  const { first, other } = await amending(await as('city'));
  await other.getByRole('button', { name: '提醒未签收' }).click();
  await expect(other.getByText('已完成')).toBeVisible();
  await textIn(first).fill('合并后的正文。');
  await send(first);
  await expect(first.getByText('已合并他人更新并提交')).toBeVisible();
  await told(first, '合并后的正文。');
});

for (const [side, kept] of [
  ['采用对方', '他人的正文。'],
  ['坚持我的', '我的正文。'],
] as const) {
  test(`console 3.3 a text that both changed is shown as it was, theirs and mine, and "${side}" decides`, async ({ as }) => {
    const { first, other } = await amending(await as('city'));
    await other.getByRole('button', { name: '修改正文' }).click();
    await textIn(other).fill('他人的正文。');
    await send(other);
    await told(other, '他人的正文。');
    await textIn(first).fill('我的正文。');
    await send(first);
    const conflict = first.getByRole('dialog').getByRole('alert');
    await expect(conflict.getByRole('listitem')).toHaveText([/^20\d\d-\d\d-\d\d \d\d:\d\d.* · 中共深圳市委员会$/]);
    for (const text of ['请各级签收。', '他人的正文。', '我的正文。']) await expect(conflict).toContainText(text);
    await expect(first.getByRole('dialog').getByRole('button', { name: '修改正文' })).toBeDisabled();
    await conflict.getByText(side).click();
    await expect(textIn(first)).toHaveValue(kept);
    await send(first);
    await expect(first.getByRole('dialog')).toHaveCount(0);
    await told(first, kept);
  });
}

test('console 3.3 a form stays open with what was typed when the page beneath loses its button', async ({ as }) => {
  const { first, other } = await amending(await as('city'));
  await textIn(first).fill('写了一半的正文。');
  await other.getByRole('button', { name: '撤回' }).click();
  await other.getByRole('dialog').getByRole('textbox', { name: '撤回原因' }).fill('发错范围');
  await other.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
  await told(first, '已撤回');
  await expect(first.getByRole('main').getByRole('button', { name: '修改正文' })).toHaveCount(0);
  await expect(textIn(first)).toHaveValue('写了一半的正文。');
  await send(first);
  await expect(first.getByRole('dialog').getByRole('alert')).toBeVisible();
  await expect(textIn(first)).toHaveValue('写了一半的正文。');
});

test('console 3.3 P14 minutes that somebody else wrote meanwhile are shown beside the own, not written over', async ({ as }) => {
  const secretary = await as('branch-440308001005');
  const { page, organizationId } = secretary;
  secretary.expectRefusal(/\/minutes$/);
  const plan = { organizationId, kinds: ['lecture'], startsAt: `${daysAgo(0)}T00:00:00+08:00`, title: unique('党课') };
  const { id: meetingId } = await secretary.post('/meetings', plan);
  await secretary.post(`/meetings/${meetingId}/hold`, { heldOn: daysAgo(0) });
  await secretary.post(`/meetings/${meetingId}/attendance`, { personId: secretary.personId, mark: 'present' });
  await secretary.open(`/meetings/${meetingId}`);
  await page.getByRole('button', { name: '会议记录' }).click();
  const minutes = page.getByRole('dialog');
  const text = minutes.getByRole('textbox', { name: '内容' });
  await text.fill('我的记录。');
  await minutes.getByLabel('决议').fill('无');
  await secretary.post(`/meetings/${meetingId}/minutes`, { text: '他人的记录。', decisions: '无' });
  await minutes.getByRole('button', { name: '会议记录' }).click();
  const conflict = minutes.getByRole('alert');
  for (const told of ['状态：已召开 → 已记录', '他人的记录。', '我的记录。']) await expect(conflict).toContainText(told);
  await secretary.expectAccessible();
  await conflict.getByText('采用对方').click();
  await expect(text).toHaveValue('他人的记录。');
  await minutes.getByRole('button', { name: '会议记录' }).click();
  await expect(page.getByRole('region', { name: '会议记录' })).toContainText('他人的记录。');
});
