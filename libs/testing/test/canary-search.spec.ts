import { afterEach, describe, expect, it } from '@jest/globals';
import { openSqliteDocumentStore } from '@zhitong/sqlite';
import { encodingsOf } from '@zhitong/testing/canary/encodings.ts';
import { CanarySearch, filesBelow } from '@zhitong/testing/canary/search.ts';
import { temporaryFolder, type TemporaryFolder } from '@zhitong/testing/temporary-folder.ts';
import { mkdirSync, writeFileSync } from 'node:fs';

const canaries = { name: '欧阳鹮羽', phone: '10077310451', address: '广东省深圳市某区鹮羽路77号' };
const search = new CanarySearch(canaries);
const hay = (around: string, planted: Uint8Array) => Buffer.concat([Buffer.from(around), planted, Buffer.from(around)]);

describe('SEC-17 SEC-20 the searcher of canaries', () => {
  const folders: TemporaryFolder[] = [];
  const folder = () => {
    const made = temporaryFolder();
    folders.push(made);
    return made;
  };
  afterEach(() => folders.splice(0).forEach((made) => made.remove()));

  it.each(Object.entries(canaries))('finds the %s in each encoding, whatever stands around it', (canary, text) => {
    for (const [encoding, bytes] of encodingsOf(text)) {
      for (const around of ['', 'x', '支部', '\0\0\0'])
        expect(search.in({ name: 'here', bytes: hay(around, bytes) })).toContainEqual({ place: 'here', canary, encoding });
    }
  });

  it('knows the encodings by what others write', () => {
    const forms = encodingsOf('张三');
    expect(forms.get('gbk')?.toString('hex')).toBe('d5c5c8fd');
    expect(forms.get('utf-16be')?.toString('hex')).toBe('5f204e09');
    expect(forms.get('\\u')?.toString()).toBe('\\u5f20\\u4e09');
    expect(forms.get('url')?.toString()).toBe('%E5%BC%A0%E4%B8%89');
    expect(forms.get('md5')?.toString()).toBe('615db57aa314529aaa0fbe95b3e95bd3');
  });

  it.each([0, 1, 2, 3, 4])('finds a text inside of base64 behind %i other bytes', (before) => {
    for (const form of ['base64', 'base64url'] as const) {
      const bytes = Buffer.from(Buffer.from(`${'a'.repeat(before)}${canaries.name}bc`).toString(form));
      expect(search.in({ name: 'sealed?', bytes }).map(({ canary }) => canary)).toContain('name');
    }
  });

  it('finds a text in a database, in its log ahead, in a file left behind and in a folder below', async () => {
    const { path, file } = folder();
    const store = openSqliteDocumentStore({ file: file('documents.db') });
    await store.ensure([{ name: 'notes', indexes: [] }]);
    await store.commit({ writes: [{ collection: 'notes', key: 'n', expectedRevision: 0, guards: {}, row: { text: canaries.name } }] });
    expect(search.all(filesBelow(path)).map(({ place }) => place)).toContain('documents.db-wal');
    await store.close();
    mkdirSync(file('below'));
    writeFileSync(file('below/half-written.tmp'), `{"phone":"${canaries.phone}"`);
    expect(search.all(filesBelow(path))).toEqual([
      { place: 'documents.db', canary: 'name', encoding: 'plain' },
      { place: 'below/half-written.tmp', canary: 'phone', encoding: 'plain' },
    ]);
  });

  it('finds nothing where nothing was planted', () => {
    expect(search.in({ name: 'here', bytes: hay('张*', Buffer.from('100****0451 欧* 广东省深圳市****')) })).toEqual([]);
  });
});
