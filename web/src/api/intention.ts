import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { QueryName, Receipt } from './client.ts';
import { ApiError } from './problem.ts';
import { refreshAfterWrite } from './reading.ts';
import { sendUntilKnown } from './send-until-known.ts';

export type WritePhase = 'idle' | 'sending' | 'confirming';
export interface WriteOptions {
  /** Reads that show what this changes. */
  readonly changes?: readonly QueryName[];
  readonly onDone?: (receipt: Receipt) => void;
}

/**
 * One intention of the person. The idempotency key is made when the form opens, kept while the outcome is unknown,
 * and replaced after a receipt or a refusal: what is sent then is another intention.
 */
export function useIntention<Given>(send: (idempotencyKey: string, given: Given) => Promise<Receipt>, { changes = [], onDone }: WriteOptions = {}) {
  const client = useQueryClient();
  const key = useRef(crypto.randomUUID());
  const [phase, setPhase] = useState<WritePhase>('idle');
  const [error, setError] = useState<unknown>(null);
  /** The error of the last run, at once where {@link error} waits for the next rendering. */
  const refusal = useRef<unknown>(null);
  const fail = (cause: unknown) => {
    refusal.current = cause;
    setError(cause);
  };

  const run = async (given: Given): Promise<Receipt | null> => {
    fail(null);
    setPhase('sending');
    try {
      const receipt = await sendUntilKnown(
        (idempotencyKey) => send(idempotencyKey, given),
        key.current,
        () => setPhase('confirming'),
      );
      await refreshAfterWrite(client, changes);
      key.current = crypto.randomUUID();
      onDone?.(receipt);
      return receipt;
    } catch (cause) {
      if (!(cause instanceof ApiError && cause.outcomeUnknown)) key.current = crypto.randomUUID();
      fail(cause);
      return null;
    } finally {
      setPhase('idle');
    }
  };
  return { run, phase, error, refusal, busy: phase !== 'idle' };
}
