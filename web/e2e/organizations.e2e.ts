import { nameOf, spareMember } from './transfer-steps.ts';
import { choose, daysAgo, fillDate, unique } from './steps.ts';
import { expect, test } from './fixtures.ts';

test('the tree unfolds by keyboard down to a branch, whose profile tells its history', async ({ as }) => {
  const { page, open } = await as('city');
  await open('/orgs');
  const tree = page.getByRole('tree', { name: '组织' });
  await expect(tree.getByRole('treeitem', { name: /中共盐田区委员会/ })).toBeVisible();
  await tree.focus();
  for (const name of ['中共盐田区委员会', '梅沙街道党工委', '东海岸社区党委']) {
    await page.keyboard.press('ArrowDown');
    const item = tree.getByRole('treeitem', { name: new RegExp(name) });
    await expect(tree).toHaveAttribute('aria-activedescendant', (await item.getAttribute('id')) ?? '');
    await page.keyboard.press('ArrowRight');
    await expect(item).toHaveAttribute('aria-expanded', 'true');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('total')).toHaveText('共 1 条');
  await page
    .getByRole('row', { name: /第一党支部/ })
    .getByRole('link')
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: '东海岸社区第一党支部' })).toBeVisible();
  await expect(page.getByRole('region', { name: '东海岸社区第一党支部' })).toContainText('东海岸社区党委');
  await page.getByRole('tab', { name: '沿革' }).click();
  await expect(page.getByRole('region', { name: '沿革' })).toContainText('登记入库');
  await page.getByRole('tab', { name: '班子' }).click();
  await expect(page.getByRole('row', { name: /书记/ })).toBeVisible();
});

test('ORG-12 a secretary divides the branch into party groups, and one that is dissolved is gone', async ({ as }) => {
  const secretary = await as('branch-440308001002');
  const { page } = secretary;
  const head = await nameOf(secretary, await spareMember(secretary, secretary.organizationId));
  await secretary.open(`/orgs/${secretary.organizationId}?tab=groups`);
  await page.getByRole('button', { name: '新建党小组' }).click();
  const dialog = page.getByRole('dialog');
  const name = unique('第一党小组');
  await dialog.getByLabel('名称').fill(name);
  await choose(dialog, '组长', new RegExp(head), head);
  await dialog.getByRole('button', { name: '新建党小组' }).click();
  const group = page.getByRole('region', { name });
  await expect(group).toContainText(head);
  await group.getByRole('button', { name: '撤销' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤销' }).click();
  await expect(group).toHaveCount(0);
});

test('pinyin initials find an organization', async ({ as }) => {
  const { page, open, get } = await as('city');
  const { items } = await get<{ readonly items: readonly { readonly organizationId: string; readonly name: string }[] }>(
    '/organizations?initials=msjd&limit=5',
  );
  const street = items.find((one) => one.name === '梅沙街道党工委')?.organizationId ?? '';
  const { total } = await get<{ readonly total: number }>(`/organizations?lineParentId=${street}&limit=1`);
  expect(total).toBeGreaterThanOrEqual(4);
  await open('/orgs');
  await page.getByRole('searchbox', { name: '查找组织' }).fill('msjd');
  const found = page.getByRole('list', { name: '查找结果' });
  await expect(found.getByRole('button', { name: '梅沙街道党工委' })).toBeVisible();
  await found.getByRole('button', { name: '梅沙街道党工委' }).click();
  await expect(page.getByTestId('total')).toHaveText(`共 ${total} 条`);
});

test('P07 ORG-01 a branch is proposed with three full members who found it, and waits for the committee above', async ({ as }) => {
  const name = unique('创始党支部');
  const community = await as('community-440308001006');
  const { page, get } = community;
  const { items } = await get<{ readonly items: readonly { readonly personId: string }[] }>('/members?state=full&limit=3');
  await community.open('/orgs');
  await page.getByRole('link', { name: '新建组织' }).click();
  await page.getByLabel('名称').fill(name);
  await choose(page, '行业', '社区');
  await page.getByRole('button', { name: '下一步' }).click();
  for (const { personId } of items) {
    const founder = await nameOf(community, personId);
    await choose(page, '发起党员', new RegExp(`^${founder}`), founder);
  }
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '下一步' }).click();
  await expect(page.getByText('由上级党委审批；批准之前不产生任何变化。')).toContainText('3 名发起党员');
  await page.getByRole('button', { name: '提交审批' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText(/^待 大梅沙社区党委 在 .* 前批复$/)).toBeVisible();
});

test('P07 ORG-11 a temporary branch shows its last day and its members, is extended from above, and lets a member go', async ({ as }) => {
  const [street, community, secretary] = [await as('street-440308001'), await as('community-440308001005'), await as('branch-440308001002')];
  const { items } = await community.get<{ readonly items: readonly { readonly personId: string }[] }>('/members?state=full&limit=3');
  const place = { lineParentId: community.organizationId, placeParentId: community.organizationId };
  const proposal = { name: unique('抢险临时党支部'), kind: 'temporaryBranch', level: 'base', sector: 'community', ...place, endsOn: daysAgo(-30) };
  const { id } = await community.post('/organizations', { ...proposal, memberIds: items.map(({ personId }) => personId) });
  await street.post(`/organizations/${id}/approve`, {});
  const { page } = street;
  const dialog = page.getByRole('dialog');
  await street.open(`/orgs/${id}`);
  const overview = page.getByRole('region', { name: proposal.name });
  await expect(overview).toContainText(`临时支部截止日${proposal.endsOn}`);
  await expect(page.getByRole('button', { name: '改设', exact: true })).toHaveCount(0);
  street.expectRefusal(/\/extend$/);
  await page.getByRole('button', { name: '延期', exact: true }).click();
  await fillDate(dialog, '临时支部截止日', daysAgo(-400));
  await dialog.getByRole('button', { name: '延期', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText(`截止日须晚于 ${proposal.endsOn}，且不晚于`);
  await fillDate(dialog, '临时支部截止日', daysAgo(-60));
  await dialog.getByRole('button', { name: '延期', exact: true }).click();
  await expect(overview).toContainText(`临时支部截止日${daysAgo(-60)}`);

  await page.getByRole('tab', { name: '党员', exact: true }).click();
  await expect(page.getByTestId('total')).toHaveText('共 3 条');
  const guest = await nameOf(secretary, await spareMember(secretary, secretary.organizationId));
  await page.getByRole('button', { name: '编入党员' }).click();
  await choose(dialog, '姓名', new RegExp(guest), guest);
  await dialog.getByRole('button', { name: '编入党员' }).click();
  const row = page.getByRole('row', { name: new RegExp(guest) });
  await expect(row).toContainText('小梅沙社区第一党支部');
  await row.getByRole('button', { name: '退出' }).click();
  await expect(dialog).toContainText('组织关系不变');
  await dialog.getByRole('button', { name: '退出' }).click();
  await expect(row).toHaveCount(0);

  await community.open(`/members/${items[0]?.personId}`);
  await expect(community.page.getByRole('region', { name: '基本情况' })).toContainText(`临时党支部${proposal.name}`);
  await expect(community.page.getByRole('region', { name: '党籍沿革' })).toContainText(`编入临时党支部 · ${proposal.name} · 参与设立`);
});

test('P07 move, change of place, conversion and dissolution say their consequences, and refusals are sentences', async ({ as }) => {
  const street = await as('street-440308001');
  street.expectRefusal(/\/(move|dissolve)$/);
  const community = await as('community-440308001006');
  await street.open(`/orgs/${community.organizationId}`);
  const { page } = street;
  for (const act of ['转隶', '变更属地', '改设', '撤销']) await expect(page.getByRole('button', { name: act, exact: true })).toBeVisible();
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: '转隶', exact: true }).click();
  await choose(dialog, '新上级', /梅沙街道党工委/, '梅沙街道');
  await dialog.getByRole('button', { name: '转隶', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText(/[\u4e00-\u9fff]{4,}。/);
  await dialog.getByRole('button', { name: '取消' }).click();
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(dialog).toContainText(/影响.*下级组织 \d+ 个/);
  await dialog.getByRole('combobox', { name: '原因' }).click();
  await page.getByRole('option').first().click();
  await dialog.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText(/[\u4e00-\u9fff]{4,}。/);
});

test('P07 ORG-13 the tree as of the day before a change of place shows the old parent, as of the day after the new one', async ({ as }) => {
  const street = await as('street-440308001');
  const branch = await as('branch-440308001007');
  const [from, to] = [await as('community-440308001007'), await as('community-440308001006')];
  const { page, open } = street;
  await open(`/orgs/${branch.organizationId}`);
  await page.getByRole('button', { name: '变更属地', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await choose(dialog, '新上级', /大梅沙社区党委/, '大梅沙');
  await fillDate(dialog, '生效日期', daysAgo(10));
  await dialog.getByRole('button', { name: '变更属地', exact: true }).click();
  await expect(dialog).toHaveCount(0);

  for (const [parent, change] of [
    [from, -1],
    [to, 1],
  ] as const) {
    await open(`/orgs?scope=${parent.organizationId}&view=place&asOf=${daysAgo(11)}`);
    const total = page.getByTestId('total');
    await expect(total).toHaveText(/^共 \d+ 条$/);
    const before = Number((await total.textContent())?.replace(/\D/g, ''));
    await fillDate(page, '时点', daysAgo(9));
    await expect(total).toHaveText(`共 ${before + change} 条`);
  }
});

test('P07 P08 ORG-04 ORG-08 a unit is converted and moved, both sides agree, and its profile tells all of it', async ({ as }) => {
  const [community, street] = [await as('community-440308001006'), await as('street-440308001')];
  const name = unique('网格组织');
  const parents = { lineParentId: community.organizationId, placeParentId: community.organizationId };
  const { id } = await community.post('/organizations', { name, kind: 'generalBranch', level: 'base', sector: 'community', ...parents });
  await street.post(`/organizations/${id}/approve`, {});
  await community.open(`/orgs/${id}`);
  const { page } = community;
  const profile = page.getByRole('region', { name });
  const dialog = page.getByRole('dialog');
  await expect(profile).toContainText('类型党总支');

  await page.getByRole('button', { name: '改设', exact: true }).click();
  await choose(dialog, /类型/, '党委');
  await dialog.getByRole('button', { name: '改设', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(profile).toContainText('类型党委');

  await street.open(`/orgs/${id}`);
  const above = street.page.getByRole('dialog');
  await street.page.getByRole('button', { name: '转隶', exact: true }).click();
  await choose(above, '新上级', /梅沙街道党工委/, '梅沙街道');
  await above.getByRole('button', { name: '转隶', exact: true }).click();
  await expect(above).toHaveCount(0);
  await expect(street.page.getByText(/^转隶中：自 大梅沙社区党委 转至 梅沙街道党工委.*转出方未同意，接收方未同意$/)).toBeVisible();
  await community.open(`/orgs/${id}`);
  await page.getByRole('button', { name: '同意转出' }).click();
  await expect(page.getByText(/转出方已同意，接收方未同意$/)).toBeVisible();
  await street.page.getByRole('button', { name: '同意接收' }).click();
  await expect(street.page.getByText(/^转隶中/)).toHaveCount(0);
  await expect(street.page.getByRole('region', { name })).toContainText('梅沙街道党工委');
  await street.page.getByRole('tab', { name: '沿革' }).click();
  const history = street.page.getByRole('region', { name: '沿革' });
  for (const event of ['提出设立', '批准设立', '改设类型', '申请转隶', '转出方同意', '接收方同意']) await expect(history).toContainText(event);
});

test('P07 ORG-05 a branch is split by naming every member once, and waits for its day', async ({ as }) => {
  const branch = await as('branch-440308001005');
  const community = await as('community-440308001005');
  const { items } = await community.get<{ readonly items: readonly { readonly personId: string }[] }>(
    `/members?branchId=${branch.organizationId}&state=full&limit=50`,
  );
  const [first, second] = [items.slice(0, 3), items.slice(3)];
  await community.open(`/orgs/${branch.organizationId}`);
  const { page } = community;
  await page.getByRole('button', { name: '拆分', exact: true }).click();
  const dialog = page.getByRole('dialog');
  for (const [n, members] of [first, second].entries()) {
    await dialog.getByLabel(`第 ${n + 1} 个组织名称`).fill(unique(`分设第${n + 1}党支部`));
    for (const { personId } of members) {
      const member = await nameOf(community, personId);
      await choose(dialog, `第 ${n + 1} 个组织的党员`, new RegExp(`^${member}`), member);
    }
  }
  const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  await fillDate(dialog, '生效日期', inAWeek);
  await dialog.getByRole('button', { name: '拆分', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('清理中').first()).toBeVisible();
  await page.getByRole('tab', { name: '沿革' }).click();
  await expect(page.getByRole('region', { name: '沿革' })).toContainText('批准拆分');
});

test('P07 ORG-14 ORG-15 ORG-25 ORG-27 ORG-28 the district records the review of a street and its deputy for party building, reports count and list them', async ({
  as,
}) => {
  const [district, street] = [await as('district-440308'), await as('street-440308001')];
  const { page } = district;
  await district.open(`/orgs/${street.organizationId}?tab=attributes`);
  await page.getByRole('button', { name: '登记任期考核' }).click();
  const dialog = page.getByRole('dialog');
  await choose(dialog, '考核结论', '充实配备');
  await dialog.getByRole('button', { name: '登记任期考核' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('definition').filter({ hasText: '充实配备' })).toBeVisible();
  await district.open('/facts');
  await page.getByRole('link', { name: /^已完成班子任期考核的街道 ?1$/ }).click();
  await expect(page.getByTestId('total')).toHaveText('共 1 条');
  await expect(page.getByRole('row').filter({ hasText: '充实配备' })).toContainText('梅沙街道党工委');
  await district.expectAccessible();

  await district.open(`/orgs/${street.organizationId}?tab=attributes`);
  await page.getByRole('button', { name: '申报配备' }).click();
  await dialog.getByLabel('已配备').fill('1');
  await dialog.getByRole('button', { name: '申报配备' }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole('button', { name: '登记共建行动' }).click();
  await choose(dialog, '共同参加的党组织', /东海岸社区党委/, 'dha');
  await page.keyboard.press('Escape');
  await choose(dialog, '类型', '志愿服务');
  await dialog.getByRole('button', { name: '登记共建行动' }).click();
  await expect(page.getByRole('row').filter({ hasText: '东海岸社区党委' })).toContainText('1');
  await page.getByRole('button', { name: '登记属性' }).click();
  await choose(dialog, '群团组织', '工会');
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: '登记属性' }).click();
  await expect(page.getByRole('definition').filter({ hasText: '工会' })).toBeVisible();
  await district.open('/facts?tab=staffing');
  await page
    .getByRole('row', { name: /专职分管党建的副书记/ })
    .getByRole('link')
    .nth(1)
    .click();
  await expect(page.getByTestId('total')).toHaveText('共 1 条');
  await expect(page.getByRole('row').filter({ hasText: '梅沙街道党工委' })).toBeVisible();
  await district.expectAccessible();
  await page.getByRole('tab', { name: '兼职委员' }).click();
  await page.getByRole('link', { name: /^没有兼职委员 ?\d+$/ }).click();
  await expect(page.getByRole('row').filter({ hasText: '社区党组织没有兼职委员' }).first()).toBeVisible();
  await district.expectAccessible();
  await page.getByRole('tab', { name: '任职年限' }).click();
  await expect(page.getByRole('link', { name: /^连续任职满六年 ?0$/ })).toBeVisible();
});

test('ORG-26 ORG-29 a worker of a community is placed within the grades, a secretary’s report is filed, each figure opens its list', async ({ as }) => {
  const [district, street] = [await as('district-440308'), await as('street-440308001')];
  const [community, branch] = [await as('community-440308001006'), await as('branch-440308001006')];
  const { page } = district;
  const dialog = page.getByRole('dialog');
  const worker = await spareMember(community, branch.organizationId);
  await community.post('/posts', { organizationId: community.organizationId, personId: worker, type: 'fullTimeWorker', fromOn: daysAgo(1) });
  await district.open('/facts?tab=workers');
  await page.getByRole('link', { name: /^未定级 ?1$/ }).click();
  await page.getByRole('button', { name: '登记定级' }).click();
  await dialog.getByLabel('政治审查已通过').click();
  await fillDate(dialog, '政治审查日期', daysAgo(3));
  await dialog.getByLabel('等级').fill('36');
  district.expectRefusal(/\/worker$/);
  await dialog.getByRole('button', { name: '登记定级' }).click();
  await expect(dialog.getByRole('alert')).toContainText('等级超出规定范围。');
  await dialog.getByLabel('等级').fill('22');
  await dialog.getByRole('button', { name: '登记定级' }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole('link', { name: /^主办 ?1$/ }).click();
  await expect(page.getByRole('button', { name: '调整等级' })).toBeVisible();
  await district.expectAccessible();

  await street.post('/posts', { organizationId: community.organizationId, personId: worker, type: 'secretary', fromOn: daysAgo(1), reasonCode: 'nobodyElse' });
  await page.getByRole('tab', { name: '书记监督' }).click();
  await page.getByRole('link', { name: /^本年未报告个人事项 ?1$/ }).click();
  await page.getByRole('button', { name: '登记报告' }).click();
  await dialog.getByRole('button', { name: '登记报告' }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole('link', { name: /^本年已报告个人事项 ?1$/ }).click();
  await expect(page.getByRole('row').filter({ hasText: '已报告' })).toHaveCount(1);
  await district.expectAccessible();
});

test('ORG-10 the district opens a structure review, decides one organization, and each figure opens its list', async ({ as }) => {
  const district = await as('district-440308');
  const { page } = district;
  await district.open('/reviews');
  await page.getByRole('button', { name: '发起排查' }).click();
  const dialog = page.getByRole('dialog');
  await fillDate(dialog, '截止日期', daysAgo(-30));
  await dialog.getByRole('button', { name: '发起排查' }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole('region', { name: '历次排查' }).getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1, name: '一次排查' })).toBeVisible();
  await page
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: '决定' }) })
    .first()
    .getByRole('button', { name: '决定' })
    .click();
  await choose(dialog, '决定', '撤销');
  await choose(dialog, '理由', '长期不活动');
  await dialog.getByRole('button', { name: '决定' }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole('link', { name: /^撤销 ?1$/ }).click();
  await expect(page.getByTestId('total')).toHaveText('共 1 条');
  await expect(page.getByRole('row').filter({ hasText: '长期不活动' }).getByRole('link', { name: '去办理' })).toBeVisible();
  await district.expectAccessible();
});

test('P09 margins of lines and places agree, a cell opens its list, and another line of an organization changes no column', async ({ as }) => {
  const [street, community, receiver] = [await as('street-440308001'), await as('community-440308001002'), await as('community-440308001005')];
  const { page } = street;
  const under = { lineParentId: community.organizationId, placeParentId: community.organizationId };
  const founded = await community.post('/organizations', { name: unique('企业党委'), kind: 'committee', level: 'base', sector: 'community', ...under });
  await street.post(`/organizations/${founded.id}/approve`, {});
  const matrix = page.getByRole('region', { name: '条块对照' });
  const figures = async () => {
    await street.open('/orgs/lines');
    await expect(matrix.locator('tfoot')).toBeVisible();
    const numbers = async (cells: string) => (await matrix.locator(cells).allTextContents()).map(Number);
    return { columns: await numbers('tfoot td'), rows: await numbers('tbody td:last-child') };
  };
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const before = await figures();
  const total = before.columns.at(-1) ?? 0;
  expect([sum(before.columns), sum(before.rows)]).toEqual([2 * total, total]);
  const cell = matrix.locator('tbody').getByRole('link').first();
  const count = (await cell.textContent()) ?? '';
  await cell.click();
  await expect(page.getByTestId('total')).toHaveText(`共 ${count} 条`);
  await street.expectAccessible();

  const move = { toParentId: receiver.organizationId, effectiveOn: daysAgo(0), reasonCode: 'reorganized' };
  await community.post(`/organizations/${founded.id}/move`, move);
  await community.post(`/organizations/${founded.id}/release`, {});
  await receiver.post(`/organizations/${founded.id}/accept`, {});
  await expect(async () => {
    const after = await figures();
    expect(after.columns).toEqual(before.columns);
    expect(after.rows).not.toEqual(before.rows);
    expect(sum(after.rows)).toBe(total);
  }).toPass();
  await page.getByRole('link', { name: /^待理顺 ?0$/ }).click();
  await expect(page.getByTestId('total')).toHaveText('共 0 条');
});
