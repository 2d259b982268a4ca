import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineDeadline, fromSome, intend, put, type DueRow } from '@zhitong/eventing';
import type { ServiceEnv } from '@zhitong/platform';
import type { ImportEvent } from '../domain/import/import-state.ts';
import { importStream } from '../domain/import/import.stream.ts';

/** SEC-22: what was imported is kept for a day. */
export const importExpiry = defineDeadline<DueRow, ServiceEnv>({
  name: 'import-expiry',
  version: 1,
  sources: [
    fromSome<ImportEvent>(aggregates.organizations.import)<DueRow, ServiceEnv>({
      ImportOpened: ({ data: { importId, expiresAt } }) => put(importId, { dueAt: expiresAt }),
    }),
  ],
  fire: ({ $key: importId }, now) => [intend(importStream, importId, { type: 'Expire', at: now })],
  expects: [],
});
