import { openSqliteEventStore } from '@zhitong/sqlite';
import { temporaryFolder } from '@zhitong/testing/temporary-folder.ts';
import { isEmmettConflict as isConflict } from './mongodb-peers.ts';
import { installed, PeerMissing, type Packages } from './peer-folder.ts';
import type { Finding, Rows } from './rows.ts';
import { appendsTo, commit, newStream } from './workload.ts';

const name = '@event-driven-io/emmett-sqlite 0.38.5';
const peer: Packages = {
  folder: 'emmett-sqlite',
  packages: [
    '@event-driven-io/emmett-sqlite@0.38.5',
    '@event-driven-io/emmett@0.38.5',
    'sqlite3@5.1.7',
    'uuid@10.0.0',
    'async-retry@1.3.3',
    'web-streams-polyfill@4.3.0',
  ],
  native: 'sqlite3',
};
const alone = { id: 'E3', what: 'durable append, 1 caller', against: name, reach: 8 };

type Append = (stream: string, version: number) => Promise<void>;

/** Our embedded log against another library's over SQLite. */
export async function sqlitePeerRows(): Promise<Rows> {
  const folder = temporaryFolder();
  const store = openSqliteEventStore({ file: folder.file('log.db'), context: 'organizations', epoch: 1 });
  const close = async () => {
    await store.close();
    folder.remove();
  };
  const ours: Append = async (stream, version) => {
    if ((await store.append(commit(stream, version))).outcome !== 'appended') throw new Error('A conflict where nobody else writes');
  };
  try {
    const theirs = await openPeer(folder.file('peer.db'));
    const by = (append: Append) => () => appendsTo(({ stream, expectedVersion }) => append(stream, expectedVersion), 1, 100);
    return {
      rows: [{ ...alone, ours: by(ours), theirs: by(again(theirs)) }],
      findings: [together('E3b', 16, ours, theirs), together('E3c', 256, ours, theirs)],
      close,
    };
  } catch (error) {
    if (!(error instanceof PeerMissing)) throw error;
    return { rows: [], missing: [{ ...alone, why: error.message }], close };
  }
}

const together = (id: string, callers: number, ours: Append, theirs: Append): Finding => ({
  id,
  what: `appends that fail, ${String(callers)} callers with one each on streams of their own`,
  against: name,
  reach: 'none',
  async find() {
    const [failed, others] = [await failuresOf(ours, callers), await failuresOf(theirs, callers)];
    return { ours: `${String(failed)} of ${String(callers)}`, theirs: `${String(others)} of ${String(callers)}`, reached: failed === 0 };
  },
});

async function failuresOf(append: Append, callers: number): Promise<number> {
  const settled = await Promise.allSettled(Array.from({ length: callers }, () => append(newStream(), 0)));
  return settled.filter(({ status }) => status === 'rejected').length;
}

const tries = 20;

/** It says SQLITE_BUSY to a caller that is alone as well; such an append is repeated, and was stored after all when its version is taken. */
const again =
  (append: Append): Append =>
  async (stream, version) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await append(stream, version);
      } catch (error) {
        if (attempt > 1 && isConflict(error)) return;
        if (attempt === tries) throw error;
      }
    }
  };

/** @throws {PeerMissing} */
async function openPeer(file: string): Promise<Append> {
  const require = await installed(peer);
  try {
    const store = require('@event-driven-io/emmett-sqlite').getSQLiteEventStore({ fileName: file });
    const data = { organizationId: 'org_1', placeParentId: 'org_place', effectiveOn: '2026-01-01' };
    const append: Append = async (stream, version) => {
      const options = { expectedStreamVersion: version === 0 ? 'STREAM_DOES_NOT_EXIST' : BigInt(version) };
      await store.appendToStream(`bench:${stream}`, [{ type: 'OrganizationRelocated', data }], options);
    };
    await append('first', 0);
    return append;
  } catch (error) {
    throw new PeerMissing(`does not run here: ${String(error).split('\n')[0] ?? ''}`);
  }
}
