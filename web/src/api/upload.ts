import { positions, type QueryName, type Receipt } from './client.ts';
import { useIntention } from './intention.ts';
import { ApiError, failureOf, problemOf } from './problem.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Reading a file may take a minute. */
const patienceMs = 90_000;
const changes: readonly QueryName[] = ['listImports', 'getImport', 'listImportFindings', 'inboxCounts'];

async function send(sheet: string, file: Blob, idempotencyKey: string): Promise<Receipt> {
  try {
    const response = await fetch(`/api/v1/imports?${new URLSearchParams({ sheet }).toString()}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': workbookType, 'idempotency-key': idempotencyKey, 'accept-language': document.documentElement.lang },
      body: file,
      signal: AbortSignal.timeout(patienceMs),
    });
    const answer: unknown = await response.json().catch(() => null);
    if (!response.ok) throw new ApiError(problemOf(response.status, answer));
    const receipt = answer as Receipt;
    const position = response.headers.get('Zhitong-Position');
    if (position !== null) positions.wrote(position, { command: 'openImport', id: receipt.id, changes, at: Date.now() });
    return receipt;
  } catch (cause) {
    throw failureOf(cause);
  }
}

export const useUpload = (onDone: (receipt: Receipt) => void) =>
  useIntention((idempotencyKey, { sheet, file }: { readonly sheet: string; readonly file: Blob }) => send(sheet, file, idempotencyKey), { changes, onDone });
