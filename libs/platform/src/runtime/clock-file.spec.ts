import { describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '@zhitong/testing/temporary-folder.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clockOf } from './clock-file.ts';
import { readConfiguration } from './configuration.ts';

describe('the clock by which rules go', () => {
  it('is what the file holds, at each look', () => {
    const folder = temporaryFolder();
    const file = join(folder.path, 'clock');
    writeFileSync(file, '2025-02-28T16:00:00.000Z\n');
    const clock = clockOf(readConfiguration({ ZT_CLOCK_FILE: file }));
    expect(clock.now()).toBe('2025-02-28T16:00:00.000Z');
    writeFileSync(file, '2025-03-01T00:00:00Z');
    expect(clock.now()).toBe('2025-03-01T00:00:00.000Z');
    writeFileSync(file, 'tomorrow');
    expect(() => clock.now()).toThrow(RangeError);
    folder.remove();
  });

  it('is the machine where no file is named, and always in production', () => {
    expect(Math.abs(Date.parse(clockOf(readConfiguration({})).now()) - Date.now())).toBeLessThan(60_000);
    expect(() => readConfiguration({ NODE_ENV: 'production', ZT_CLOCK_FILE: '/tmp/clock' })).toThrow(
      'ZT_CLOCK_FILE: production goes by the clock of the machine',
    );
  });
});
