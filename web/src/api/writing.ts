import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { write, type CommandName, type Input, type QueryName, type Receipt, type Sending } from './client.ts';
import { ApiError } from './problem.ts';
import { refresh } from './reading.ts';
import { sendUntilKnown } from './send-until-known.ts';

export type WritePhase = 'idle' | 'sending' | 'confirming' | 'done' | 'refused';
export interface CommandOptions {
  /** Reads that show what this changes. */
  readonly changes?: readonly QueryName[];
  readonly onDone?: (receipt: Receipt) => void;
}

/**
 * One intention of the person. The idempotency key is made when the form opens, kept while the outcome is unknown,
 * and replaced after a receipt or a refusal: what is sent then is another intention.
 */
export function useCommand<N extends CommandName>(name: N, { changes = [], onDone }: CommandOptions = {}) {
  const client = useQueryClient();
  const key = useRef(crypto.randomUUID());
  const [phase, setPhase] = useState<WritePhase>('idle');
  const [error, setError] = useState<unknown>(null);
  /** The error of the last run, at once where {@link error} waits for the next rendering. */
  const refusal = useRef<unknown>(null);

  const run = useCallback(
    async (input: Input<N>, ifMatch?: number): Promise<Receipt | null> => {
      setError(null);
      refusal.current = null;
      setPhase('sending');
      const sending: Sending = { idempotencyKey: key.current, changes, ...(ifMatch === undefined ? {} : { ifMatch }) };
      try {
        const receipt = await sendUntilKnown(
          (with_) => write(name, input, with_),
          sending,
          () => setPhase('confirming'),
        );
        key.current = crypto.randomUUID();
        setPhase('done');
        await refresh(client, changes);
        onDone?.(receipt);
        return receipt;
      } catch (cause) {
        if (!(cause instanceof ApiError && cause.outcomeUnknown)) key.current = crypto.randomUUID();
        refusal.current = cause;
        setError(cause);
        setPhase('refused');
        return null;
      }
    },
    // `changes` is a literal of the page: its identity changes with every rendering, its meaning does not.
    [client, name, onDone],
  );
  const reset = useCallback(() => {
    setPhase('idle');
    setError(null);
  }, []);
  return { run, reset, phase, error, refusal, busy: phase === 'sending' || phase === 'confirming' };
}
