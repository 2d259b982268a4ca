import { pause } from './pause.ts';
import { ApiError } from './problem.ts';

/** Sends until the outcome is known: the same request with the same key after 1, 2 and 4 seconds. */
export async function sendUntilKnown<Sending, Receipt>(
  send: (sending: Sending) => Promise<Receipt>,
  sending: Sending,
  onDoubt: () => void,
  wait: (milliseconds: number) => Promise<unknown> = pause,
): Promise<Receipt> {
  for (const seconds of [1, 2, 4]) {
    try {
      return await send(sending);
    } catch (error) {
      if (!(error instanceof ApiError) || !error.outcomeUnknown) throw error;
      onDoubt();
      await wait(seconds * 1_000);
    }
  }
  return send(sending);
}
