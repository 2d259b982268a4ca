import { expect, it } from '@jest/globals';
import { apiFiles } from '../src/write-openapi.ts';

it('the console has the routes of the services that do more than all of them do', async () => {
  const routes = [...(await apiFiles('')).values()].at(-1) ?? '';
  expect(routes).toContain("auditOfMembers: ['get', '/api/v1/contexts/members/audit']");
  expect(routes).not.toContain('/contexts/funding/');
});
