import { afterEach, describe, expect, it } from '@jest/globals';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { staleFiles } from '../src/generated-files.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

/** Protos, samples and everything that is generated, free to be changed. */
function copy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhitong-generated-'));
  folders.push(folder);
  for (const path of ['proto', 'libs/contracts', 'web/src/api', 'docs/events']) cpSync(join(root, path), join(folder, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Each kind of generated file by one of them. */
const kinds = [
  'proto/zhitong/members/v1/members_service.proto',
  'libs/contracts/src/events/zhitong/members/v1/member_events.ts',
  'libs/contracts/src/aggregates.ts',
  'libs/contracts/openapi.json',
  'web/src/api/schema.d.ts',
  'web/src/api/routes.ts',
  'docs/events/members.md',
  'docs/events/asyncapi.json',
];
const missing = 'docs/events/organizations.md';
const orphan = 'libs/contracts/src/events/gone.ts';
const member = 'proto/zhitong/members/v1/member_events.proto';
const added = (proto: string) => proto.replace('message MemberRegistered {', 'message MemberRegistered {\n  string planted_at = 900;');

/** `npm run lint` looks at this tree. */
describe('generated files are those of their sources', () => {
  it('a file edited by hand, of each kind, one that is missing and one that nothing generates are found', async () => {
    const folder = copy();
    for (const path of kinds) appendFileSync(join(folder, path), '\n');
    rmSync(join(folder, missing));
    writeFileSync(join(folder, orphan), 'export {};\n');
    expect(await staleFiles(folder)).toEqual([...kinds, missing, orphan].sort());
  }, 60_000);

  it('a field that was not generated is found in types, samples and catalogue', async () => {
    const folder = copy();
    writeFileSync(join(folder, member), added(readFileSync(join(folder, member), 'utf8')));
    expect(await staleFiles(folder)).toEqual([
      'docs/events/asyncapi.json',
      'docs/events/members.md',
      'libs/contracts/src/events/zhitong/members/v1/member_events.ts',
      'proto/history/members/member/MemberRegistered.v2.json',
    ]);
  }, 60_000);
});
