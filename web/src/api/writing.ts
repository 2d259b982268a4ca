import { write, type CommandName, type Input, type Receipt } from './client.ts';
import { useIntention, type WriteOptions } from './intention.ts';

/** {@link useIntention} of one command; `ifMatch` is the version of the thing the person looked at. */
export function useCommand<N extends CommandName>(name: N, options: WriteOptions = {}) {
  const { run, ...state } = useIntention<{ readonly input: Input<N>; readonly ifMatch: number | undefined }>(
    (idempotencyKey, { input, ifMatch }) =>
      write(name, input, { idempotencyKey, changes: options.changes ?? [], ...(ifMatch === undefined ? {} : { ifMatch }) }),
    options,
  );
  return { ...state, run: (input: Input<N>, ifMatch?: number): Promise<Receipt | null> => run({ input, ifMatch }) };
}
