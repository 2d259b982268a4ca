import { expect, test } from './fixtures.ts';
import { choose, daysAgo, quarterAt, unique } from './steps.ts';

test('P12 P13 P14 H2 ORG-35 ORG-42 a meeting is planned, members sign in by the code in the room, a vote is counted and the minutes stand', async ({ as }) => {
  const [secretary, member] = [await as('branch-440308001002'), await as('member', { width: 375, height: 812 })];
  const title = unique('党员大会');
  const { page } = secretary;
  await secretary.open('/meetings');
  const quarterGuide = page.getByRole('region', { name: '本季度主题指引' });
  await expect(quarterGuide).toContainText('尚未下达主题指引');
  const day = Number(daysAgo(0).slice(8));
  secretary.expectRefusal(/\/theme-day$/);
  await page.getByRole('button', { name: '固定主题党日' }).click();
  const fix = page.getByRole('dialog');
  for (const [typed, told] of [
    ['月底', '请填写数字'],
    ['0', '每月几日: 不能小于 1。'],
  ] as const) {
    await fix.getByLabel('每月几日').fill(typed);
    await fix.getByRole('button', { name: '固定主题党日' }).click();
    await expect(fix.getByText(told)).toBeVisible();
  }
  await fix.getByLabel('每月几日').fill(String(day));
  await fix.getByRole('button', { name: '固定主题党日' }).click();
  await expect(page.getByRole('region', { name: '固定主题党日' })).toContainText(`每月 ${day} 日`);

  const guide = unique('主题内容指引');
  const city = await as('city');
  await city.open('/directives/new');
  await choose(city.page, '* 类型', '主题指引');
  await city.page.getByLabel('标题').fill(guide);
  await city.page.getByRole('textbox', { name: '正文', exact: false }).fill('一、理论学习（newTheory）；二、党章（charter）。');
  await choose(city.page, /季度/, /季度/);
  await city.page.getByLabel(/主题代码/).fill('newTheory，charter');
  await city.page.getByRole('button', { name: '下达', exact: true }).click();
  await city.page.getByRole('dialog').getByRole('button', { name: '下达' }).click();
  await expect(city.page.getByRole('heading', { level: 1, name: guide })).toBeVisible();

  await secretary.open('/meetings');
  await expect(quarterGuide).toContainText(guide);
  const opener = page.getByRole('button', { name: '安排会议' });
  await opener.click();
  const plan = page.getByRole('dialog');
  await page.keyboard.press('Escape');
  await expect(plan).toHaveCount(0);
  await expect(opener, 'where the keyboard was').toBeFocused();
  await opener.click();
  await choose(plan, /类型/, '党员大会');
  await page.keyboard.press('Escape');
  await plan.getByLabel('会议名称').fill(title);
  await plan.getByLabel('时间（如 09:30）').fill('25:00');
  await plan.getByRole('button', { name: '安排会议' }).click();
  await expect(plan.getByText('请填写时刻，如 09:30')).toBeVisible();
  await plan.getByLabel('时间（如 09:30）').fill('00:00');
  await plan.getByLabel('议程').fill('一、学习\n二、年度计划');
  await choose(plan, /引用的主题/, 'charter');
  await page.keyboard.press('Escape');
  await plan.getByRole('button', { name: '安排会议' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const agenda = page.getByRole('definition').filter({ hasText: '一、学习' });
  await expect(agenda).toBeVisible();
  expect(await agenda.innerText(), 'each item on its line').toBe('一、学习\n二、年度计划');
  const meetingId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await page.getByRole('button', { name: '召开' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '召开' }).click();
  await page.getByRole('link', { name: '会议现场' }).click();
  const code = page.getByTestId('code');
  await expect(code).toHaveText(/^\d{6}$/);
  await expect(page.getByTestId('arrived')).toHaveText('实到 0');
  const countdown = page.getByText(/秒后更换/);
  const begun = (await countdown.textContent()) ?? '';
  await expect(countdown, 'the seconds run').not.toHaveText(begun);
  await secretary.expectAccessible();

  member.expectRefusal(/\/sign-in$/);
  await member.open('/sign-in');
  const row = member.page.getByRole('listitem').filter({ hasText: title });
  const shown = (await code.textContent()) ?? '';
  const wrong = shown === '000000' ? '000001' : '000000';
  await row.getByRole('button', { name: '会议签到' }).click();
  const dialog = member.page.getByRole('dialog');
  await dialog.getByLabel('签到码').fill(wrong);
  await dialog.getByRole('button', { name: '会议签到' }).click();
  await expect(dialog.getByRole('alert')).toContainText('会场当前显示的签到码');
  await dialog.getByLabel('签到码').fill((await code.textContent()) ?? '');
  await dialog.getByRole('button', { name: '会议签到' }).click();
  await expect(row).toContainText('已签到');
  await expect(page.getByTestId('arrived')).toHaveText('实到 1');
  await secretary.post(`/own/meetings/${meetingId}/sign-in`, { signInCode: (await code.textContent()) ?? '' });
  await expect(page.getByTestId('arrived')).toHaveText('实到 2');

  const { entitled } = await secretary.get<{ readonly entitled: number }>(`/meetings/${meetingId}`);
  const matter = unique('年度计划');
  const consulted = { type: 'plan', subject: matter, fromOn: daysAgo(3), untilOn: daysAgo(1), asked: entitled, opinions: 1, adopted: 1 };
  await secretary.post('/affairs/consultations', { organizationId: secretary.organizationId, ...consulted });
  secretary.expectRefusal(/\/motions$/);
  await secretary.open(`/meetings/${meetingId}`);
  await page.getByRole('button', { name: '登记表决' }).click();
  const vote = page.getByRole('dialog');
  await choose(vote, '* 事项', '计划');
  await vote.getByLabel('到会有表决权人数').fill(String(Math.ceil(entitled / 2) - 1));
  await vote.getByLabel('同意').fill('0');
  await vote.getByRole('button', { name: '登记表决' }).click();
  await expect(vote.getByRole('alert')).toContainText('缺少征求意见记录。');
  await choose(vote, /已征求意见的事项/, matter);
  await vote.getByRole('button', { name: '登记表决' }).click();
  await expect(vote.getByRole('alert')).toContainText('到会人数未达到要求。');
  await vote.getByLabel('到会有表决权人数').fill(String(entitled));
  await vote.getByLabel('同意').fill(String(Math.floor(entitled / 2)));
  await vote.getByRole('button', { name: '登记表决' }).click();
  await expect(page.getByText('未通过', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: '会议记录' }).click();
  const minutes = page.getByRole('dialog');
  await minutes.getByLabel('内容').fill('会议记录全文\n第二段');
  await minutes.getByLabel('决议').fill('无');
  await minutes.getByRole('button', { name: '会议记录' }).click();
  const written = page.getByRole('region', { name: '会议记录' }).getByText('会议记录全文');
  await expect(written).toBeVisible();
  expect(await written.innerText(), 'paragraphs stay').toBe('会议记录全文\n第二段');
  await page.getByRole('button', { name: '确认记录' }).click();
  await expect(page.getByText('已确认', { exact: true })).toBeVisible();
  await secretary.expectAccessible();

  await secretary.open('/quota');
  const months = page.getByRole('region', { name: /各月$/ });
  const quarter = Number(quarterAt(daysAgo(0)).slice(-1));
  await expect(
    months
      .getByRole('row', { name: /^党员大会/ })
      .getByRole('cell')
      .nth(quarter - 1),
  ).toHaveText('已完成');
  await expect(months.getByRole('row', { name: /^支委会/ }), 'no committee, no line').toHaveCount(0);
  await expect(page.getByRole('link', { name: /^[\d.]+ % · 实到 \d+ \/ 应到 \d+$/ })).toBeVisible();
  await secretary.expectAccessible();

  await city.page.getByRole('link', { name: '主题指引使用情况' }).click();
  const shares = city.page.getByRole('region', { name: '使用情况' });
  await expect(shares).toContainText(/签收率 0.0 % · 使用率 \d+\.\d %/);
  await shares.getByRole('link', { name: /^已使用 1$/ }).click();
  const users = city.page.getByRole('table', { name: '党支部' });
  await expect(users.getByRole('row').filter({ hasText: 'charter' })).toHaveCount(1);
  await city.expectAccessible();

  const district = await as('district-440308');
  await district.post(`/organizations/${district.organizationId}/leaders`, { personId: member.personId });
  await member.open('/home');
  await expect(member.page.getByText(/双重组织生活：参加所在支部组织生活 \d+ \/ 2 次/)).toBeVisible();
  await secretary.open('/quota');
  await expect(page.getByRole('region', { name: '本支部领导干部（双重组织生活）' })).toContainText('讲党课 0 / 1 次');

  const community = await as('community-440308001002');
  const campaign = unique('主题教育');
  const days = { fromOn: daysAgo(0), untilOn: daysAgo(0) };
  await community.post('/campaigns', { organizationId: community.organizationId, kind: 'themeEducation', title: campaign, ...days });
  await secretary.open(`/meetings/${meetingId}`);
  await page.getByRole('button', { name: '计入专项活动' }).click();
  await choose(page.getByRole('dialog'), /专项活动/, campaign);
  await page.getByRole('dialog').getByRole('button', { name: '计入专项活动' }).click();
  await community.open('/quota');
  const matrix = community.page.getByRole('region', { name: '各组织达标情况' });
  await expect(matrix.getByRole('row').filter({ hasText: '待开展' })).not.toHaveCount(0);
  await matrix.getByRole('rowheader').getByRole('link').first().click();
  await expect(community.page.getByRole('heading', { name: /各月$/ })).toBeVisible();
  await community.open('/campaigns');
  await community.page.getByRole('link', { name: campaign }).click();
  await expect(community.page.getByText(/^已完成 1 \/ 支部 \d+/)).toBeVisible();
  await community.expectAccessible();
});

test('ORG-45 H2 a matter is consulted on and made known, a member objects and is answered', async ({ as }) => {
  const [secretary, member] = [await as('branch-440308001002'), await as('member', { width: 375, height: 812 })];
  const { page } = secretary;
  const subject = unique('评优评先');
  await secretary.open('/affairs');
  await page.getByRole('button', { name: '登记征求意见' }).click();
  const consult = page.getByRole('dialog');
  await choose(consult, /类别/, '评优评先');
  await consult.getByLabel('事项').fill(subject);
  await consult.getByLabel('征求意见开始').fill(daysAgo(2));
  for (const [label, count] of [
    ['征求人数', '5'],
    ['收到意见', '2'],
    ['采纳意见', '1'],
  ] as const)
    await consult.getByLabel(label).fill(count);
  await consult.getByRole('button', { name: '登记征求意见' }).click();
  await page.getByRole('link', { name: subject }).click();
  await page.getByRole('button', { name: '公开', exact: true }).click();
  const publish = page.getByRole('dialog');
  await publish.getByLabel('公开内容').fill('拟推荐名单见附页。');
  await publish.getByRole('button', { name: '公开', exact: true }).click();
  await expect(page.getByText('拟推荐名单见附页。')).toBeVisible();
  await secretary.expectAccessible();

  await member.open('/notices');
  const notice = member.page.getByRole('region', { name: subject });
  await expect(notice).toContainText('拟推荐名单见附页。');
  await notice.getByRole('button', { name: '提出异议' }).click();
  const objecting = member.page.getByRole('dialog');
  await objecting.getByLabel('异议').fill('名单不全');
  await objecting.getByRole('button', { name: '提出异议' }).click();
  await expect(notice).toContainText('我的异议：名单不全');
  await member.expectAccessible();

  await page.getByRole('button', { name: '答复' }).click();
  const answer = page.getByRole('dialog');
  await answer.getByLabel('答复').fill('已补充');
  await answer.getByRole('button', { name: '答复' }).click();
  await expect(page.getByText('答复：已补充')).toBeVisible();
  await member.open('/notices');
  await expect(notice).toContainText('答复：已补充');
});
