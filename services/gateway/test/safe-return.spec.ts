import { describe, expect, it } from '@jest/globals';
import { safeReturn } from '../src/login/log-ins.ts';

const site = 'https://zhitong.example';

describe('where a log-in leads', () => {
  it.each(['/app', '/app/directives/dir_1?tab=receipts#top', '/m/me'])('leads to %s', (page) => expect(safeReturn(page, site)).toBe(page));
  it('leads to the application when nothing is asked for', () => expect(safeReturn(undefined, site)).toBe('/app'));
  it.each([
    'https://evil.example/',
    '//evil.example/',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/..//evil.example',
    '/.//evil.example',
    '/app/..//evil.example',
    '/app/..\\/evil.example',
    '//zhitong.example//evil.example',
    'javascript:alert(1)',
    'app',
    '',
    '/\t/evil.example',
    '/\n/evil.example',
  ])('SEC-33 never leads to another site (%j)', (wanted) => {
    const target = new URL(safeReturn(wanted, site), site);
    expect(target.origin).toBe(site);
    expect(safeReturn(wanted, site)).toBe('/app');
  });
});
