import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from '@jest/globals';
import { armCrashPoint, crashPoint } from '@zhitong/eventing';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const program = `
  import { armCrashPoint, crashPoint, crashPointDuring } from '@zhitong/eventing';
  armCrashPoint(process.env.ZT_CRASH_AT, process.env.NODE_ENV);
  for (let pass = 1; pass <= 4; pass++) {
    crashPoint('relay.read');
    await crashPointDuring('relay.sent', Promise.resolve());
    process.stdout.write(String(pass));
  }`;

function run(environment: Record<string, string>) {
  const arguments_ = ['--import', './tools/dev/register.js', '--input-type=module', '--eval', program];
  return spawnSync(process.execPath, arguments_, { cwd: root, encoding: 'utf8', env: { PATH: process.env['PATH'], ...environment } });
}

describe('a crash point', () => {
  afterEach(() => armCrashPoint(undefined, 'test'));

  it('kills the process at the pass that was asked for', () => {
    expect(run({ ZT_CRASH_AT: 'relay.read#3' })).toMatchObject({ signal: 'SIGKILL', stdout: '12' });
  });
  it('kills the process while work is under way', () => {
    expect(run({ ZT_CRASH_AT: 'relay.sent#2' })).toMatchObject({ signal: 'SIGKILL', stdout: '1' });
  });
  it('does nothing unless armed', () => {
    expect(run({})).toMatchObject({ status: 0, stdout: '1234' });
  });
  it('refuses to run in production', () => {
    expect(run({ ZT_CRASH_AT: 'relay.read', NODE_ENV: 'production' })).toMatchObject({ status: 78, stdout: '' });
  });
  it('refuses a name or a pass that does not exist', () => {
    expect(() => armCrashPoint('relay.red', 'test')).toThrow(TypeError);
    expect(() => armCrashPoint('relay.read#0', 'test')).toThrow(TypeError);
  });
  it('passes other points', () => {
    armCrashPoint('relay.read', 'test');
    crashPoint('relay.saved');
  });
});
