import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { positions, type QueryName, type Receipt } from './client.ts';
import { ApiError, failureOf, problemOf } from './problem.ts';
import { refresh } from './reading.ts';
import type { WritePhase } from './writing.ts';
import { sendUntilKnown } from './send-until-known.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Reading a file may take a minute. */
const patienceMs = 90_000;
const changes: readonly QueryName[] = ['listImports', 'getImport', 'listImportFindings'];

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

/** A file of one intention: sent again under the same key while its outcome is unknown. */
export function useUpload(onDone: (receipt: Receipt) => void) {
  const client = useQueryClient();
  const key = useRef(crypto.randomUUID());
  const [phase, setPhase] = useState<WritePhase>('idle');
  const [error, setError] = useState<unknown>(null);
  const run = async (sheet: string, file: Blob): Promise<void> => {
    setError(null);
    setPhase('sending');
    try {
      const receipt = await sendUntilKnown(
        (idempotencyKey) => send(sheet, file, idempotencyKey),
        key.current,
        () => setPhase('confirming'),
      );
      setPhase('done');
      await refresh(client, changes);
      onDone(receipt);
    } catch (cause) {
      setError(cause);
      setPhase('refused');
    }
    key.current = crypto.randomUUID();
  };
  return { run, error, busy: phase === 'sending' || phase === 'confirming' };
}
