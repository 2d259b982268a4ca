import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '@zhitong/testing/temporary-folder.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { GatewayUnderTest } from './gateway-under-test.ts';

describe('the files of the console', () => {
  const gateway = new GatewayUnderTest();
  const folder = temporaryFolder();

  beforeAll(async () => {
    mkdirSync(folder.file('assets'));
    writeFileSync(folder.file('index.html'), '<style nonce="__CSP_NONCE__"></style><meta name="nonce" content="__CSP_NONCE__">');
    writeFileSync(folder.file('favicon.svg'), '<svg/>');
    writeFileSync(folder.file('assets/index-Ab3dE6gh.js'), 'export {};');
    writeFileSync(folder.file('assets/index-Ab3dE6gh.js.map'), '{}');
    writeFileSync(folder.file('assets/index-Ab3dE6gh.js.br'), brotliCompressSync('export {};'));
    writeFileSync(folder.file('.secret'), 'x');
    await gateway.start({ webRoot: folder.path });
  });
  afterAll(async () => {
    await gateway.stop();
    folder.remove();
  });

  it.each(['/app', '/app/directives/dir_1?tab=receipts', '/login?returnTo=%2Fapp', '/m/me'])(
    'SEC-06 serves its page at %s with a nonce of its own',
    async (path) => {
      const answers = await Promise.all([gateway.browser().send(path), gateway.browser().send(path)]);
      const nonces = await Promise.all(
        answers.map(async (answer) => {
          const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? 'none';
          expect(await answer.text()).toBe(`<style nonce="${nonce}"></style><meta name="nonce" content="${nonce}">`);
          return nonce;
        }),
      );
      expect(nonces[0]).not.toBe(nonces[1]);
    },
  );
  it('lets hashed files be kept for ever, others not', async () => {
    const script = await gateway.browser().send('/assets/index-Ab3dE6gh.js');
    expect([script.status, script.headers.get('content-type'), script.headers.get('cache-control')]).toEqual([
      200,
      expect.stringContaining('javascript'),
      'public, max-age=31536000, immutable',
    ]);
    expect((await gateway.browser().send('/favicon.svg')).headers.get('cache-control')).toBe('no-cache');
  });
  it('sends what the build compressed to those who take it, kept for ever all the same', async () => {
    const packed = await gateway.browser().send('/assets/index-Ab3dE6gh.js', { headers: { 'accept-encoding': 'br' } });
    expect([packed.headers.get('content-encoding'), packed.headers.get('cache-control'), await packed.text()]).toEqual([
      'br',
      'public, max-age=31536000, immutable',
      'export {};',
    ]);
    const plain = await gateway.browser().send('/assets/index-Ab3dE6gh.js', { headers: { 'accept-encoding': 'identity' } });
    expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, 'export {};']);
  });
  it.each(['/assets/index-Ab3dE6gh.js.map', '/assets/index-Ab3dE6gh.js.br', '/.secret', '/index.html', '/assets/', '/assets/..%2f.secret', '/assets/gone.js'])(
    'does not serve %s',
    async (path) => {
      expect((await gateway.browser().send(path)).status).toBe(404);
    },
  );
  it('leads from the root to the application', async () => {
    expect((await gateway.browser().send('/')).headers.get('location')).toBe('/app');
  });
});

describe('a console that was not built', () => {
  it('says so', async () => {
    const gateway = new GatewayUnderTest();
    await gateway.start();
    const answer = await gateway.browser().send('/app/inbox');
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('npm run build');
    await gateway.stop();
  });
});
