import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { definePolicy, when, type Intent } from '@zhitong/eventing';
import type { PolicyEnv } from '@zhitong/platform';
import type { ImportEvent } from '../domain/import/import-state.ts';
import { importStream } from '../domain/import/import.stream.ts';

async function discard(importId: string, { peek, content }: PolicyEnv): Promise<readonly Intent[]> {
  const { state: file } = await peek(importStream, importId);
  if (file !== null) await content.discard([...file.pages, ...Object.values(file.checkFindings), ...Object.values(file.writeFindings)]);
  return [];
}

/** SEC-22: rows and findings of an import leave the content store after a day; its events say that they were there and when they went. */
export const whenImportExpiredThenDiscardRows = definePolicy<PolicyEnv>({
  name: 'when-import-expired-then-discard-rows',
  startFrom: 'beginning',
  sources: [when<ImportEvent>(aggregates.organizations.import)<PolicyEnv>({ ImportExpired: ({ data }, env) => discard(data.importId, env) })],
  expects: [],
});
