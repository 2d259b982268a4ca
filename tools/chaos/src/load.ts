import { between } from '@zhitong/testing/faults/random.ts';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Ledger } from './ledger.ts';
import { add, type Answer } from './subject/client.ts';
import type { Addition } from './subject/door.ts';
import { largestAmount } from './subject/tally.ts';

export interface LoadOptions {
  readonly writers: number;
  /** A door of the service as it stands; undefined while there is none. */
  readonly door: () => string | undefined;
  readonly ledger: Ledger;
  readonly random: () => number;
  /** Between two commands of a writer, in ms. */
  readonly pauseMs?: { readonly min: number; readonly max: number };
  /** How long a command may go without its answer once the load is stopped, in ms. */
  readonly patienceMs?: number;
  /** Told every answer, and the ms after which its writer had it. */
  readonly answered?: (answer: Answer, tookMs: number) => void;
}

export interface Load {
  /** Resolves when every command has its answer: what got none was sent again with the same id until it did. Rejects for one that never gets any. */
  stop(): Promise<void>;
}

/** Writers that add amounts for ever: most to a tally of their own, some to one that all share. */
export function startLoad(options: LoadOptions): Load {
  let patience: AbortSignal | undefined;
  const writers = Array.from({ length: options.writers }, async (_, writer) => {
    while (patience === undefined) await addOnce(options, writer, () => patience?.throwIfAborted());
  });
  return {
    async stop() {
      patience = AbortSignal.timeout(options.patienceMs ?? 120_000);
      await Promise.all(writers);
    },
  };
}

const retryMs = 20;

async function addOnce(options: LoadOptions, writer: number, expectPatience: () => void): Promise<void> {
  const { ledger, random, pauseMs = { min: 100, max: 900 } } = options;
  const shared = between(random, 1, 8) === 1;
  const amount = between(random, 1, 20) === 1 ? largestAmount + 1 : between(random, 1, 9);
  const addition = { commandId: randomUUID(), id: shared ? `shared${between(random, 1, 3)}` : `own${writer}`, amount };
  ledger.sending(addition.commandId, amount);
  for (let retried = false; ; retried = true) {
    const answer = await send(options, addition);
    if (answer?.kind === 'receipt') {
      ledger.answered(addition.commandId, { ...answer, retried });
      break;
    }
    if (answer?.kind === 'refused') {
      ledger.answered(addition.commandId, { kind: 'refused' });
      break;
    }
    expectPatience();
    await wait(retryMs);
  }
  await wait(between(random, pauseMs.min, pauseMs.max));
}

async function send({ door, answered }: LoadOptions, addition: Addition): Promise<Answer | undefined> {
  const address = door();
  if (address === undefined) return undefined;
  const sent = performance.now();
  const answer = await add(address, addition);
  answered?.(answer, performance.now() - sent);
  return answer;
}
