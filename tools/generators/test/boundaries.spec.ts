import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cruise, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const configuration: { forbidden: IFlattenedRuleSet['forbidden']; options: object } = createRequire(import.meta.url)('../../../.dependency-cruiser.cjs');

/** Each plant: the rule it breaks, the file that breaks it, its import. */
const plants: readonly (readonly [rule: string, file: string, imported: string])[] = [
  ['kernel-imports-nothing', 'libs/kernel/src/planted.ts', '../../eventing/src/index.ts'],
  ['kernel-imports-nothing', 'libs/kernel/src/planted-crypto.ts', 'node:crypto'],
  ['domain-is-pure', 'services/members/src/domain/member/planted.ts', 'node:fs'],
  ['domain-is-pure', 'services/members/src/domain/member/planted-package.ts', 'zod-like'],
  ['domain-is-pure', 'services/members/src/domain/member/planted-runner.ts', '../../../../../libs/eventing/src/runner.ts'],
  ['domain-is-pure', 'services/members/src/domain/member/planted-room.ts', '../../application/act.ts'],
  ['no-other-service', 'services/members/src/application/planted.ts', '../../../organizations/src/index.ts'],
  ['no-other-service', 'services/gateway/src/planted.ts', '@zhitong/organizations'],
  ['projections-only-read-events', 'services/members/src/projections/planted.projection.ts', '../application/act.ts'],
  ['engines-need-ports-only', 'libs/eventing/src/planted.ts', '../../adapters/kafka/src/index.ts'],
  ['engines-need-ports-only', 'libs/eventing/src/planted-platform.ts', '../../platform/src/index.ts'],
  ['adapters-chosen-in-one-place', 'services/members/src/policies/planted.ts', '@zhitong/kafka'],
  ['adapters-chosen-in-one-place', 'libs/platform/src/service/planted.ts', '@zhitong/kafka'],
  ['adapters-do-not-know-each-other', 'libs/adapters/redis/src/planted.ts', '../../kafka/src/index.ts'],
  ['not-in-production', 'services/members/src/application/planted-testing.ts', '@zhitong/testing'],
  ['not-in-production', 'libs/adapters/redis/src/planted-testing.ts', '@zhitong/testing'],
  ['not-in-production', 'services/gateway/src/planted-tool.ts', '../../../tools/generators/src/index.ts'],
  ['no-circle', 'libs/platform/src/about.ts', './round.ts'],
];
/** Allowed, although each looks like one of the above. */
const allowed: readonly (readonly [file: string, imported: string])[] = [
  ['services/members/src/domain/member/fine.ts', '../../../../../libs/kernel/src/index.ts'],
  ['services/all/fine.ts', '../organizations/src/index.ts'],
  ['libs/platform/src/runtime/fine.ts', '@zhitong/kafka'],
  ['libs/adapters/redis/test/fine.spec.ts', '@zhitong/testing'],
  ['services/members/src/application/fine.spec.ts', '@zhitong/testing'],
  ['services/members/src/projections/fine.projection.ts', '../domain/member/fine.ts'],
];
const innocent = [
  'libs/kernel/src/index.ts',
  'libs/eventing/src/index.ts',
  'libs/eventing/src/runner.ts',
  'libs/platform/src/index.ts',
  'libs/adapters/kafka/src/index.ts',
  'libs/testing/src/index.ts',
  'services/organizations/src/index.ts',
  'services/members/src/application/act.ts',
  'tools/generators/src/index.ts',
];
const packages = { kafka: 'libs/adapters/kafka', testing: 'libs/testing', organizations: 'services/organizations' };

let root = '';
let found: readonly { readonly rule: string; readonly from: string }[] = [];

function plant(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'zhitong-boundaries-'));
  for (const file of innocent) plant(file, 'export const fine = 1;\n');
  for (const [, file, imported] of plants) plant(file, `import * as other from '${imported}';\nexport const broken = other;\n`);
  for (const [file, imported] of allowed) plant(file, `import * as other from '${imported}';\nexport const fine = other;\n`);
  plant('libs/platform/src/round.ts', "import * as other from './about.ts';\nexport const broken = other;\n");
  plant('node_modules/zod-like/package.json', '{ "name": "zod-like", "version": "1.0.0", "main": "index.js" }');
  plant('node_modules/zod-like/index.js', 'module.exports = 1;\n');
  for (const [name, folder] of Object.entries(packages)) {
    plant(`${folder}/package.json`, JSON.stringify({ name: `@zhitong/${name}`, exports: { '.': './src/index.ts' } }));
    mkdirSync(join(root, 'node_modules/@zhitong'), { recursive: true });
    symlinkSync(join(root, folder), join(root, 'node_modules/@zhitong', name));
  }
  const { output } = await cruise(['libs', 'services'], {
    ...configuration.options,
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: configuration.forbidden ?? [] },
  });
  found = violationsIn(output);
}, 60_000);
afterAll(() => rmSync(root, { recursive: true }));

function violationsIn(output: ICruiseResult | string) {
  if (typeof output === 'string') throw new TypeError('Expected a result, got a report');
  return output.summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }));
}

describe('boundaries between projects and rooms', () => {
  it.each(plants)('%s: %s may not import %s', (rule, from) => expect(found).toContainEqual({ rule, from }));

  it.each(allowed)('%s may import %s', (from) => expect(found.filter((violation) => violation.from === from)).toEqual([]));

  it('every rule has a plant', () => {
    const names = (configuration.forbidden ?? []).map(({ name }) => name);
    expect(names.filter((name) => !plants.some(([rule]) => rule === name))).toEqual([]);
  });
});
