import { afterEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const member = 'zhitong/members/v1/member_events.proto';
const service = 'zhitong/members/v1/members_service.proto';
const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

/** What `buf breaking` says to the protos after this change, as `npm run lint:proto` calls it. */
function breaks(file: string, change: (proto: string) => string): { readonly code: number | null; readonly output: string } {
  const protos = mkdtempSync(join(tmpdir(), 'zhitong-breaking-'));
  folders.push(protos);
  cpSync(join(root, 'proto'), protos, { recursive: true });
  const before = readFileSync(join(protos, file), 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`The planted change does not touch ${file}`);
  writeFileSync(join(protos, file), after);
  const { status, stdout } = spawnSync(join(root, 'node_modules/.bin/buf'), ['breaking', '--against', 'history/baseline.binpb.gz'], {
    cwd: protos,
    encoding: 'utf8',
  });
  return { code: status, output: stdout };
}

const firstField = /(message MemberRegistered \{[^}]*?)(\s+\w+ \w+ = \d+;)/;

describe('what was released stays readable', () => {
  it('REL-28 a field taken out of an event is refused', () => {
    const { code, output } = breaks(member, (proto) => proto.replace(firstField, '$1'));
    expect(code).toBe(100);
    expect(output).toContain('on message "MemberRegistered" was deleted');
  });

  it('REL-28 a field that changes its number is refused', () =>
    expect(breaks(member, (proto) => proto.replace(firstField, (_, head: string, field: string) => head + field.replace(/= \d+/, '= 900'))).code).toBe(100));

  it('REL-28 an event taken out is refused', () =>
    expect(breaks(member, (proto) => proto.replaceAll('MemberRegistered', 'MemberEnrolled')).output).toContain('"MemberRegistered" was deleted'));

  it('REL-38 a method that yesterday’s gateway calls may not go', () =>
    expect(breaks(service, (proto) => proto.replace(/ {2}rpc \w+\([^)]*\) returns \([^)]*\);\n/, '')).code).toBe(100));

  it('a new field is welcome', () =>
    expect(breaks(member, (proto) => proto.replace('message MemberRegistered {', 'message MemberRegistered {\n  string planted_at = 900;'))).toEqual({
      code: 0,
      output: '',
    }));
});
