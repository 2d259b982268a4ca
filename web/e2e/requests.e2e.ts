import type { Page } from '@playwright/test';
import { choose, unique } from './steps.ts';
import { expect, test, type Persona } from './fixtures.ts';

interface RequestView {
  readonly state: string;
  readonly dueAt: string | null;
  readonly heldSince: string | null;
  readonly reopenings: number;
  readonly steps: readonly { readonly step: string; readonly answerDueAt: string | null }[];
}

test('a request goes to its holder at once, is answered, reopened with a new clock, answered and confirmed', async ({ as }) => {
  const text = unique('请协助理顺一个支部的隶属关系');
  const holder = await as('street-440308001');
  await holder.open('/requests');
  const routed = holder.page.getByRole('region', { name: /^已派/ });
  await expect(routed).toBeVisible();
  const cards = routed.getByRole('link').filter({ hasText: '小梅沙社区党委' });
  const before = await cards.count();

  const community = await as('community-440308001002');
  await community.open('/requests/new');
  await choose(community.page, '主题', '组织设置');
  await expect(community.page.getByText('将直接送到 组织部（街道）')).toContainText('梅沙街道党工委');
  await community.page.getByLabel('诉求内容').fill(text);
  await community.page.getByRole('button', { name: '提交' }).click();
  await expect(community.page.getByText(text)).toBeVisible();
  await expect(community.page).toHaveURL(/\/requests\/req_/);
  const requestId = new URL(community.page.url()).pathname.split('/').at(-1) ?? '';
  const seen = () => community.get<RequestView>(`/requests/${requestId}?organizationId=${community.organizationId}`);

  await expect(cards).toHaveCount(before + 1, { timeout: 5_000 });
  await holder.page.locator(`a[href*="${requestId}"]`).click();
  await expect(holder.page.getByText(text).first()).toBeVisible();
  await holder.page.getByRole('button', { name: '接单' }).click();
  await answer(holder.page, '已办', '已函告条线。');
  await expect(community.page.getByText('已函告条线。')).toBeVisible({ timeout: 5_000 });

  await community.page.getByRole('button', { name: '不满意，重开' }).click();
  await community.page.getByRole('dialog').getByLabel('原因').fill('还没有落实。');
  await community.page.getByRole('dialog').getByRole('button', { name: '不满意，重开' }).click();
  await expect(community.page.getByRole('listitem').filter({ hasText: '还没有落实。' })).toBeVisible();
  await expect(holder.page.getByRole('button', { name: '接单' })).toBeVisible({ timeout: 5_000 });
  const reopened = await seen();
  expect(reopened.reopenings).toBe(1);
  expect(Date.parse(reopened.dueAt ?? '')).toBeGreaterThan(Date.now());

  await holder.page.getByRole('button', { name: '接单' }).click();
  await answer(holder.page, '已办', '已落实。');
  await community.page.getByRole('button', { name: '满意，确认办结' }).click();
  await expect(community.page.getByText('已确认')).toBeVisible();
  const steps = community.page.getByRole('region', { name: '办理过程' });
  for (const step of ['提出', '直达承办', '接单', '答复', '重开', '确认办结']) await expect(steps).toContainText(step);
});

test('P06 LINK-16 LINK-18 a pause says why and stops the clock, and a reopened request shows the old deadline beside the new one', async ({ as }) => {
  const holder = await as('street-440308001');
  const community = await as('community-440308001002');
  const asked = { organizationId: community.organizationId, topicCode: 'election', text: unique('请指导换届'), urgent: false };
  const { id } = await community.post('/requests', asked);
  await holder.open(`/requests/${id}`);
  await community.open(`/requests/${id}`);
  await holder.page.getByRole('button', { name: '接单' }).click();
  const clocks = [holder, community].map(({ page }) => page.getByRole('region', { name: '时限' }));
  for (const clock of clocks) {
    await expect(clock).toContainText('计时中 · 还剩 10 个工作日（共 10 个）');
    await expect(clock.getByRole('meter', { name: '已用时限' })).toHaveAttribute('aria-valuemax', '10');
  }

  await holder.page.getByRole('button', { name: '请补充' }).click();
  const dialog = holder.page.getByRole('dialog');
  await dialog.getByRole('button', { name: '请补充' }).click();
  await expect(dialog.getByText('请填写原因'), 'no pause without a reason').toBeVisible();
  await dialog.getByLabel('原因').fill('请补充选票样式。');
  await dialog.getByRole('button', { name: '请补充' }).click();
  for (const clock of clocks) {
    await expect(clock).toContainText('暂停计时 · 还剩 10 个工作日（共 10 个）');
    await expect(clock).toContainText('等待补充：请补充选票样式。');
  }
  await community.page.getByRole('button', { name: '已补充' }).click();
  await community.page.getByRole('dialog').getByRole('button', { name: '已补充' }).click();
  for (const clock of clocks) await expect(clock).toContainText('计时中 · 还剩 10 个工作日（共 10 个）');

  await answer(holder.page, '已办', '请按范本办理。');
  await community.page.getByRole('button', { name: '不满意，重开' }).click();
  await community.page.getByRole('dialog').getByLabel('原因').fill('范本打不开。');
  await community.page.getByRole('dialog').getByRole('button', { name: '不满意，重开' }).click();
  const { steps } = await eventuallyReopened(community, id);
  const [old, now] = [steps.find(({ step }) => step === 'RequestRouted'), steps.at(-1)].map((step) => shown(step?.answerDueAt));
  const reopened = community.page.getByRole('listitem').filter({ hasText: '范本打不开。' });
  await expect(reopened).toContainText(`原时限 ${old}`);
  await expect(reopened.getByRole('deletion')).toHaveText(old ?? '');
  await expect(reopened).toContainText(`新时限 ${now}`);
  expect(now).not.toBe(old);
  await holder.expectAccessible();
});

test('LINK-15 who holds a request and cannot decide it passes it up, to an organization outside of its own scope', async ({ as }) => {
  const [holder, branch, district] = [await as('street-440308001'), await as('branch-440308001006'), await as('district-440308')];
  const text = unique('请解决活动场地');
  const { id } = await branch.post('/requests', { organizationId: branch.organizationId, topicCode: 'structure', text, urgent: false });
  holder.expectRefusal(new RegExp(`/requests/${id}\\?`));
  await branch.open('/requests');
  await expect(branch.page.locator(`a[href*="${id}"]`), 'what it asked stands first').toContainText('计时中 · 还剩 2 个工作日（共 2 个）');

  await holder.open(`/requests/${id}`);
  await holder.page.getByRole('button', { name: '转派' }).click();
  const dialog = holder.page.getByRole('dialog');
  await choose(dialog, '转给', '中共盐田区委员会 · 中共深圳市委员会', 'ytq');
  await dialog.getByLabel('原因').fill('须由区里统筹。');
  await dialog.getByRole('button', { name: '转派' }).click();
  await expect(holder.page.getByRole('heading', { level: 1, name: '诉求直通' })).toBeVisible();
  await expect(holder.page.locator(`a[href*="${id}"]`)).toHaveCount(0);
  await district.open(`/requests/${id}`);
  await district.page.getByRole('button', { name: '接单' }).click();
  await district.page.getByRole('button', { name: '答复' }).click();
  const reply = district.page.getByRole('dialog');
  district.expectRefusal(/\/answer$/);
  await choose(reply, '答复类型', '列入计划');
  await reply.getByLabel('答复内容').fill('一、列入计划\n二、年内办理');
  await reply.getByRole('button', { name: '答复' }).click();
  await expect(reply.getByRole('alert')).toContainText('列入计划的须填写今天以后的计划日期');
});

/** As the request reads once its reopening is on the list. */
async function eventuallyReopened({ get, organizationId }: Persona, requestId: string): Promise<RequestView> {
  const read = () => get<RequestView>(`/requests/${requestId}?organizationId=${organizationId}`);
  await expect.poll(async () => (await read()).state).toBe('reopened');
  return read();
}

const shown = (at: string | null | undefined): string => {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
  return parts.format(new Date(at ?? ''));
};

async function answer(page: Page, kind: string, text: string): Promise<void> {
  await page.getByRole('button', { name: '答复' }).click();
  const dialog = page.getByRole('dialog');
  await choose(dialog, '答复类型', kind);
  await dialog.getByLabel('答复内容').fill(text);
  await dialog.getByRole('button', { name: '答复' }).click();
  await expect(dialog).toHaveCount(0);
}
