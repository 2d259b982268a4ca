import { afterEach, describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readImage } from '../src/event-catalogue/image.ts';
import { stringKind, violationsOf } from '../src/proto-strings.ts';

const protos = fileURLToPath(new URL('../../../proto', import.meta.url));
const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

/** Violations of one aggregate with one event of this body. */
function planted(body: string, visibility = 'option (zhitong.options.v1.visibility) = VISIBILITY_PUBLIC;', more = ''): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'zhitong-proto-'));
  folders.push(folder);
  cpSync(join(protos, 'buf.yaml'), join(folder, 'buf.yaml'));
  cpSync(join(protos, 'zhitong/options'), join(folder, 'zhitong/options'), { recursive: true });
  cpSync(join(protos, 'zhitong/options'), join(folder, 'zhitong/funding'), { recursive: true });
  rmSync(join(folder, 'zhitong/funding/v1/options.proto'));
  writeFileSync(
    join(folder, 'zhitong/funding/v1/award_events.proto'),
    `syntax = "proto3";
package zhitong.funding.v1;
import "zhitong/options/v1/options.proto";
// Stream funding.award-<id>: one award.
message AwardEvents { oneof event { AwardGranted award_granted = 1; } }
message AwardGranted { ${visibility} ${body} }
${more}`,
  );
  return violationsOf(readImage(folder));
}

describe('strings of events', () => {
  it('the real protos hold no free text and no personal data', () => {
    const image = readImage(protos);
    expect(image.aggregates.length).toBeGreaterThan(0);
    expect(violationsOf(image)).toEqual([]);
  });

  it('SEC-16 free text is refused, also as a list and inside a part', () => {
    expect(planted('string award_id = 1; string remark = 2;')).toEqual([
      expect.stringMatching(/^zhitong\.funding\.v1\.AwardGranted\.remark: a string that is neither/),
    ]);
    expect(planted('repeated string remarks = 1;')).toHaveLength(1);
    expect(planted('Part part = 1;', undefined, 'message Part { string remark = 1; }')).toEqual([expect.stringContaining('v1.Part.remark')]);
    expect(planted('map<string, string> answers = 1;')).toHaveLength(2);
    expect(planted('bytes scan = 1;')).toHaveLength(1);
  });

  it('an explanation admits a string; an empty one does not', () => {
    expect(planted('string month = 1 [(zhitong.options.v1.plain) = "YYYY-MM"];')).toEqual([]);
    expect(planted('string month = 1 [(zhitong.options.v1.plain) = " "];')).toHaveLength(1);
  });

  it('SEC-16 a field of the vault is refused whatever it is called', () => {
    expect(planted('string person_id = 1 [(zhitong.options.v1.personal) = true];')).toEqual([expect.stringContaining('person_id: personal data')]);
    expect(planted('string phone = 1 [(zhitong.options.v1.plain) = "digits", (zhitong.options.v1.personal) = true];')).toHaveLength(1);
  });

  it('an event says who may build on it', () => {
    expect(planted('string award_id = 1;', '')).toEqual(['zhitong.funding.v1.AwardGranted: no visibility']);
    expect(planted('string award_id = 1;', 'option (zhitong.options.v1.visibility) = VISIBILITY_UNSPECIFIED;')).toHaveLength(1);
  });

  it.each([
    ['award_id', 'id'],
    ['unit_ids', 'id'],
    ['reason_ref', 'reference'],
    ['cause_code', 'code'],
    ['level_codes', 'code'],
    ['to_kind', 'code'],
    ['warnings', 'code'],
    ['granted_on', 'date'],
    ['until_date', 'date'],
    ['due_at', 'instant'],
    ['name', undefined],
    ['paid', undefined],
    ['at', undefined],
    ['remark_text', undefined],
  ])('%s is of kind %s', (name, kind) => expect(stringKind(name)).toBe(kind));
});
