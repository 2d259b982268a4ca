import { describe, expect, it } from '@jest/globals';
import { allRows, eachRow, type Page } from '@zhitong/eventing';

const stored: readonly (readonly number[])[] = [[1, 2], [], [3]];

/** Pages of rows, and where somebody has begun to read. */
function paged() {
  const asked: (string | undefined)[] = [];
  const pageFrom = ({ cursor }: { readonly cursor?: string | undefined }): Promise<Page<number>> => {
    asked.push(cursor);
    const at = Number(cursor ?? 0);
    return Promise.resolve({ items: stored[at] ?? [], ...(at + 1 < stored.length ? { next: String(at + 1) } : {}) });
  };
  return { asked, pageFrom };
}

describe('the pages of a selection', () => {
  it('are all read, an empty one in between included', async () => {
    const { asked, pageFrom } = paged();
    expect(await allRows(pageFrom)).toEqual([1, 2, 3]);
    expect(asked).toEqual([undefined, '1', '2']);
  });

  it('are read no further than somebody looks', async () => {
    const { asked, pageFrom } = paged();
    for await (const row of eachRow(pageFrom)) if (row === 2) break;
    expect(asked).toEqual([undefined]);
  });
});
